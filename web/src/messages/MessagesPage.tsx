import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Asked } from "../api/Asked.tsx";
import type { Schemas } from "../api/client.ts";
import { list } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { NothingHere } from "../identity/pages.tsx";
import { roleOf, useSession } from "../identity/session.ts";
import { PartnerFrame } from "../partner/Frame.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Seen } from "../ui/Seen.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { Composer } from "./Composer.tsx";
import { asPartner, mineQuery, type OneThread } from "./queries.ts";
import { Said } from "./Said.tsx";
import "./messages.css";

type Mine = Schemas["MyThreads"];

/** A partner's messages: with the therapist alone, if that was agreed, and with all. */
export default function MessagesPage() {
  const session = useSession();
  const mine = useQuery(mineQuery);
  if (roleOf(session) !== "client") return <NothingHere />;
  return (
    <PartnerFrame className="messages">
      <div className="row">
        <Link to="/" className="btn btn--quiet btn--icon" aria-label={t("ui.back")}>
          <Icon name="back" />
        </Link>
        <h1 className="title">{t("messages.title")}</h1>
      </div>
      <Asked of={mine}>{(data) => <Threads mine={data} />}</Asked>
    </PartnerFrame>
  );
}

function Threads({ mine }: { mine: Mine }) {
  const therapist = nameOf(mine, "therapist");
  const [current, setCurrent] = useState(mine.threads[0]?.thread ?? "all");
  if (mine.threads.length === 0) return <p className="meta">{t("messages.notYet", { therapist })}</p>;
  const [first] = mine.threads;
  if (mine.threads.length === 1 && first) {
    return (
      <>
        <p>{t("messages.noSecrets")}</p>
        <Thread key={first.thread} mine={mine} thread={first} />
      </>
    );
  }
  const tabs = mine.threads.map((thread) => ({
    id: thread.thread,
    name: thread.thread === "all" ? t("messages.all") : t("messages.mine", { therapist }),
    panel: <Thread key={thread.thread} mine={mine} thread={thread} />,
  }));
  return <Tabs label={t("messages.threads")} tabs={tabs} current={current} onChange={setCurrent} />;
}

function Thread({ mine, thread }: { mine: Mine; thread: OneThread }) {
  const queries = useQueryClient();
  const therapist = nameOf(mine, "therapist");
  const all = thread.thread === "all";
  return (
    <div className="messages__thread">
      <NotUrgent mine={mine} therapist={therapist} />
      <Said messages={thread.messages} people={mine.members} me={mine.you} zone={mine.zone} />
      {thread.open ? (
        <Composer
          post={asPartner}
          thread={thread}
          me={mine.you}
          label={all ? t("messages.writeBoth") : t("messages.writeTo", { name: therapist })}
          seen={(id) => <WhoReads id={id} mine={mine} all={all} therapist={therapist} />}
          onSent={() => void queries.invalidateQueries({ queryKey: mineQuery.queryKey })}
        />
      ) : (
        <p className="meta">{t(closedBecause(mine, all))}</p>
      )}
      {!all && thread.open && mine.secrets !== "no-secrets" && (
        <p className="meta">{t(`messages.${mine.secrets}`, { therapist })}</p>
      )}
    </div>
  );
}

function closedBecause(mine: Mine, all: boolean): "messages.before" | "messages.closedThread" {
  return !all && mine.secrets === "no-secrets" ? "messages.before" : "messages.closedThread";
}

function NotUrgent({ mine, therapist }: { mine: Mine; therapist: string }) {
  const when =
    mine.reads.length === 0
      ? t("messages.whenever", { therapist })
      : t("messages.when", { therapist, days: list(mine.reads.map((day) => t(`messages.${day}`))) });
  return (
    <Notice look="plain" icon="clock">
      <p>
        {rich(
          "messages.notUrgent",
          {
            b: (words) => <span className="strong">{words}</span>,
            a: (words) => (
              <Link to="/help" className="plainlink">
                {words}
              </Link>
            ),
          },
          { when },
        )}
      </p>
    </Notice>
  );
}

/** It stands at the field before the first letter. */
function WhoReads({ id, mine, all, therapist }: { id: string; mine: Mine; all: boolean; therapist: string }) {
  const others = mine.members.filter((one) => one.seat !== mine.you && one.seat.startsWith("partner-"));
  const people = mine.members.map((one) => ({ ...one, on: all || !others.includes(one) }));
  const bold = { b: (words: unknown) => <b>{words as string}</b> };
  const spoken = all ? t("messages.seenAllSpoken") : t("messages.seenMineSpoken", { therapist });
  return (
    <Seen id={id} people={people} spoken={spoken}>
      {all
        ? rich("messages.seenAll", bold)
        : rich("messages.seenMine", bold, {
            therapist,
            others: list(others.map((one) => one.name)),
            n: others.length,
          })}
    </Seen>
  );
}

function nameOf(mine: Mine, seat: string): string {
  return mine.members.find((one) => one.seat === seat)?.name ?? "";
}
