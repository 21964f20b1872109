import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { Asked } from "../api/Asked.tsx";
import type { Schemas } from "../api/client.ts";
import { list, shortDay } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import { Composer } from "../messages/Composer.tsx";
import { asTherapist, markSeen, type OneThread, sharedQuery, threadsQuery } from "../messages/queries.ts";
import { ReadingDays } from "../messages/ReadingDays.tsx";
import { type Person, Said } from "../messages/Said.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Seats } from "../ui/Seats.tsx";
import { Seen } from "../ui/Seen.tsx";
import { CoupleFrame } from "./CoupleFrame.tsx";
import type { Couple } from "./queries.ts";
import "../messages/messages.css";

const route = getRouteApi("/inside/couples/$id/messages");

/** A couple's threads as far as they are this therapist's. */
export default function ThreadsPage() {
  const { id } = route.useParams();
  return <CoupleFrame id={id}>{(couple) => <Threads couple={couple} />}</CoupleFrame>;
}

function Threads({ couple }: { couple: Couple }) {
  const threads = useQuery(threadsQuery(couple.id));
  return (
    <>
      <h2 className="vh">{t("messages.title")}</h2>
      <Asked of={threads}>{(data) => <Both couple={couple} data={data} />}</Asked>
    </>
  );
}

function Both({ couple, data }: { couple: Couple; data: Schemas["Threads"] }) {
  const newest = data.threads.find((thread) => (thread.unseen ?? 0) > 0) ?? data.threads[0];
  const [chosen, setChosen] = useState(newest?.thread);
  const current = data.threads.find((thread) => thread.thread === chosen) ?? newest;
  if (current === undefined) return <p className="meta">{t("messages.none")}</p>;
  return (
    <div className="m2">
      <nav className="tl" aria-label={t("messages.threads")}>
        {data.threads.map((thread) => (
          <Line
            key={thread.thread}
            couple={couple}
            thread={thread}
            isCurrent={thread === current}
            onChoose={() => setChosen(thread.thread)}
          />
        ))}
      </nav>
      <One key={current.thread} couple={couple} thread={current} data={data} />
    </div>
  );
}

type LineProps = { couple: Couple; thread: OneThread; isCurrent: boolean; onChoose(): void };

function Line({ couple, thread, isCurrent, onChoose }: LineProps) {
  const session = useSession();
  const of = couple.partners.filter((one) => thread.thread === "all" || one.seat === thread.thread);
  const last = thread.messages.at(-1)?.text;
  return (
    <button type="button" aria-current={isCurrent ? "true" : undefined} onClick={onChoose}>
      <Seats people={of} size={of.length > 1 ? "xs" : "s"} beside={session.person.shortName} />
      <span className="strong">{titleOf(couple, thread)}</span>
      {thread.unseen ? <span className="tag">{t("messages.new", { n: thread.unseen })}</span> : <span />}
      <span className="meta">
        {last === undefined ? t("messages.noMessages") : t("messages.quote", { text: last })}
      </span>
    </button>
  );
}

function One({ couple, thread, data }: { couple: Couple; thread: OneThread; data: Schemas["Threads"] }) {
  const queries = useQueryClient();
  const session = useSession();
  const post = useMemo(() => asTherapist(couple.id), [couple.id]);
  const people: Person[] = [...couple.partners, { seat: "therapist", name: session.person.shortName }];
  const partner = couple.partners.find((one) => one.seat === thread.thread);
  const last = thread.messages.at(-1)?.id;
  useEffect(() => {
    // The mark is one's own; where it does not arrive, the thread is new once more.
    if (last !== undefined && thread.unseen) void markSeen(couple.id, thread.thread, last).catch(() => undefined);
  }, [couple.id, thread.thread, thread.unseen, last]);
  const seen = (id?: string) => <WhoReads {...(id ? { id } : {})} couple={couple} people={people} partner={partner} />;
  return (
    <section className="mcol" aria-label={titleOf(couple, thread)}>
      <div className="row row--between row--wrap">
        {seen()}
        <ReadingDays couple={couple.id} days={data.reads} />
      </div>
      <Said messages={thread.messages} people={people} me="therapist" zone={couple.zone} />
      {thread.open ? (
        <Composer
          post={post}
          thread={thread}
          me="therapist"
          label={partner ? t("messages.writeTo", { name: partner.name }) : t("messages.writeBoth")}
          seen={seen}
          onSent={() => void queries.invalidateQueries({ queryKey: threadsQuery(couple.id).queryKey })}
        />
      ) : (
        <p className="meta">{t("messages.closedThread")}</p>
      )}
      <Policy couple={couple} partner={partner} />
      {partner && <FromJournal couple={couple} partner={partner} now={data.now} />}
    </section>
  );
}

function Policy({ couple, partner }: { couple: Couple; partner: Person | undefined }) {
  if (couple.secrets === "no-secrets") return <Notice look="plain">{t("messages.policyNone")}</Notice>;
  if (!partner) return null;
  const name = partner.name;
  return (
    <Notice look="plain">
      <p>{t(couple.secrets === "limited" ? "messages.policyLimited" : "messages.policySeparate", { name })}</p>
    </Notice>
  );
}

type WhoProps = { id?: string; couple: Couple; people: readonly Person[]; partner: Person | undefined };

function WhoReads({ id, couple, people, partner }: WhoProps) {
  const others = couple.partners.filter((one) => one.seat !== partner?.seat);
  const shown = people.map((one) => ({
    ...one,
    on: !partner || one.seat === partner.seat || one.seat === "therapist",
  }));
  const bold = { b: (words: unknown) => <b>{words as string}</b> };
  return (
    <Seen {...(id ? { id } : {})} people={shown} spoken={t("messages.seenAllSpoken")}>
      {partner
        ? rich("messages.seenTheirs", bold, {
            name: partner.name,
            others: list(others.map((one) => one.name)),
            n: others.length,
          })
        : rich("messages.seenAll", bold)}
    </Seen>
  );
}

/** Pages that this partner has shared; taken back, they are not here any more. */
function FromJournal({ couple, partner, now }: { couple: Couple; partner: Person; now: string }) {
  const shared = useQuery(sharedQuery(couple.id));
  const pages = shared.data?.filter((page) => page.by === partner.seat) ?? [];
  if (pages.length === 0) return null;
  return (
    <section className="fromjournal">
      <h3 className="subhead">{t("messages.shared", { name: partner.name })}</h3>
      {pages.map((page) => (
        <article key={page.id} className="stack stack--xs">
          <p className="meta">
            {t("messages.sharedOn", {
              day: shortDay(page.at, couple.zone, now),
              shared: shortDay(page.sharedAt, couple.zone, now),
            })}
          </p>
          <p className="voice messages__text" dir="auto">
            {page.text}
          </p>
        </article>
      ))}
      <p className="meta">{t("messages.sharedHint", { name: partner.name })}</p>
    </section>
  );
}

function titleOf(couple: Couple, thread: OneThread): string {
  const partner = couple.partners.find((one) => one.seat === thread.thread);
  return partner ? t("messages.withYou", { name: partner.name }) : t("messages.all");
}
