import { Link } from "@tanstack/react-router";
import { dayAt, shortDay } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import type { SessionSummary } from "../practice/queries.ts";
import { Icon } from "../ui/Icon.tsx";
import { serverNow } from "./now.ts";

type Props = { couple: string; sessions: readonly SessionSummary[]; zone: string };

/** Sessions, the newest first. */
export function SessionTable({ couple, sessions, zone }: Props) {
  const now = serverNow(useSession());
  if (sessions.length === 0) return <p className="meta">{t("couple.noSessions")}</p>;
  return (
    <table className="tbl sessions">
      <thead className="vh">
        <tr>
          <th scope="col">{t("couple.date")}</th>
          <th scope="col">{t("couple.session")}</th>
          <th scope="col">{t("couple.record")}</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <td className="sessions__date">
              {session.state === "closed" ? shortDay(session.startsAt, zone, now) : dayAt(session.startsAt, zone, now)}
            </td>
            <td>
              {rich("couple.numbered", { b: (words) => <span className="strong">{words}</span> }, numbered(session))}
            </td>
            <td>
              <Standing couple={couple} session={session} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function numbered(session: SessionSummary): { number: string; what: string } {
  const titles = session.exercises.map((exercise) => exercise.title).join(", ");
  return { number: String(session.number), what: titles || t("couple.justTalk") };
}

function Standing({ couple, session }: { couple: string; session: SessionSummary }) {
  if (session.state !== "closed") {
    return (
      <Link to="/room/$id" params={{ id: session.roomId }} className="btn btn--secondary btn--compact">
        {t(session.state === "open" ? "today.back" : "today.open")}
      </Link>
    );
  }
  return (
    <Link to="/couples/$id/sessions/$session" params={{ id: couple, session: session.id }} className="status">
      <Icon name={session.signed ? "check" : "pen"} />
      {t(session.signed ? "couple.signed" : "couple.unsigned")}
      <span className="vh">{t("record.open", { number: String(session.number) })}</span>
    </Link>
  );
}
