import { Link } from "@tanstack/react-router";
import { time } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import { Icon, type IconName } from "../ui/Icon.tsx";
import { Seats } from "../ui/Seats.tsx";
import type { Appointment, SessionSummary } from "./queries.ts";

type Props = { appointment: Appointment; zone: string; next: boolean };

/** One session of the day. */
export function Slot({ appointment: { couple, session }, zone, next }: Props) {
  const { person } = useSession();
  const { icon, words } = about(session);
  return (
    <article className={next ? "slot1 next" : "slot1"}>
      <h2 className="slot1__when">
        <time dateTime={session.startsAt}>{time(session.startsAt, zone)}</time>
      </h2>
      <p className="row">
        <Seats people={couple.partners} size="s" beside={person.shortName} />
        <span className="strong">{couple.name}</span>
      </p>
      <p className="status">
        <Icon name={icon} />
        {words}
      </p>
      {session.state !== "closed" && (
        <p className="row row--wrap slot1__acts">
          <Link
            to="/room/$id"
            params={{ id: session.roomId }}
            className={next ? "btn btn--primary" : "btn btn--link"}
            aria-label={`${t(session.state === "open" ? "today.back" : "today.open")}: ${couple.name}`}
          >
            {t(session.state === "open" ? "today.back" : "today.open")}
          </Link>
          {next && (
            <Link
              to="/couples/$id"
              params={{ id: couple.id }}
              className="btn btn--quiet"
              aria-label={`${t("today.prepare")}: ${couple.name}`}
            >
              {t("today.prepare")}
            </Link>
          )}
        </p>
      )}
    </article>
  );
}

function about(session: SessionSummary): { icon: IconName; words: string } {
  if (session.state === "closed") return { icon: "check", words: t(session.signed ? "today.ended" : "today.unsigned") };
  if (session.exercises.length === 0) return { icon: "notYet", words: t("today.talk") };
  const minutes = session.exercises.reduce((sum, exercise) => sum + exercise.minutes, 0);
  const exercises = session.exercises.map(called).join(", ");
  return { icon: "cards", words: t("today.planned", { exercises, minutes }) };
}

/** "Trust or control, card sort": the one kind of step by which an exercise is known. */
function called({ title, kinds }: SessionSummary["exercises"][number]): string {
  if (kinds.includes("sort")) return t("today.sort", { title });
  return kinds.includes("talk") ? t("today.turns", { title }) : title;
}
