import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Asked } from "../api/Asked.tsx";
import { list, longDay, time } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import { FactsList } from "../record/FactsList.tsx";
import { recordQuery, type SessionRecord } from "../record/queries.ts";
import { Signed } from "../record/Signed.tsx";
import { Signing } from "../record/Signing.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Seen } from "../ui/Seen.tsx";
import { CoupleFrame } from "./CoupleFrame.tsx";
import type { Couple } from "./queries.ts";
import "../record/record.css";

const route = getRouteApi("/inside/couples/$id/sessions/$session");

/** The record of one session. */
export default function RecordPage() {
  const { id, session } = route.useParams();
  return <CoupleFrame id={id}>{(couple) => <Found couple={couple} session={session} />}</CoupleFrame>;
}

function Found({ couple, session }: { couple: Couple; session: string }) {
  const record = useQuery(recordQuery(couple.id, session));
  return <Asked of={record}>{(data) => <Sheet couple={couple} session={session} record={data} />}</Asked>;
}

function Sheet({ couple, session, record }: { couple: Couple; session: string; record: SessionRecord }) {
  const { person } = useSession();
  const people = [...couple.partners, { seat: "therapist", name: person.shortName }];
  const { facts, zone } = record;
  return (
    <>
      <p className="meta">
        {t("record.head", { number: String(record.number), day: longDay(facts.startsAt, zone) })}{" "}
        {facts.endedAt && t("record.ended", { time: time(facts.endedAt, zone) })}{" "}
        <Link to="/couples/$id/sessions" params={{ id: couple.id }} className="plainlink">
          {t("record.back")}
        </Link>
      </p>
      <div className="rec">
        <article className="paper paper--lift sheet22">
          <section>
            <h2 className="subhead">{t("record.facts")}</h2>
            <FactsList record={record} people={people} />
          </section>
          {record.signed ? (
            <Signed couple={couple.id} session={session} record={record} />
          ) : (
            record.mayWrite && <Signing couple={couple.id} session={session} record={record} />
          )}
        </article>
        <Aside couple={couple} session={session} people={people} signed={record.signed !== undefined} />
      </div>
    </>
  );
}

const NEVER = ["record.never1", "record.never2", "record.never3", "record.never4"] as const;

type AsideProps = {
  couple: Couple;
  session: string;
  people: readonly { seat: string; name: string }[];
  signed: boolean;
};

function Aside({ couple, session, people, signed }: AsideProps) {
  return (
    <aside className="stack stack--l rec__aside">
      <section className="stack stack--s">
        <h2 className="label">{t("record.never")}</h2>
        <ul className="never">
          {NEVER.map((key) => (
            <li key={key}>
              <Icon name="close" />
              {t(key)}
            </li>
          ))}
        </ul>
        <p className="meta">{t("record.same")}</p>
      </section>
      <hr className="rule" />
      <section className="stack stack--s">
        <h2 className="label">{t("record.readers")}</h2>
        <Seen
          people={people.map((one) => ({ ...one, on: one.seat === "therapist" }))}
          spoken={t("record.readersSpoken")}
        >
          {rich(
            "record.readersSeen",
            { b: (words) => <b>{words}</b> },
            { names: list(couple.partners.map((one) => one.name)) },
          )}
        </Seen>
      </section>
      {signed && (
        <section className="stack stack--s">
          <a
            className="btn btn--secondary btn--block"
            href={`/api/couples/${couple.id}/sessions/${session}/record/pdf`}
            download
          >
            <Icon name="download" />
            {t("record.print")}
          </a>
          <p className="meta">{t("record.release")}</p>
        </section>
      )}
    </aside>
  );
}
