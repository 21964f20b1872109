import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Asked } from "../api/Asked.tsx";
import { CameIn } from "../homework/therapist/CameIn.tsx";
import { longDay, shortDay } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { Icon } from "../ui/Icon.tsx";
import { useNow } from "../ui/useNow.ts";
import { Caseload } from "./Caseload.tsx";
import { StaffFrame } from "./Frame.tsx";
import { type Appointment, type Today, todayQuery } from "./queries.ts";
import { Slot } from "./Slot.tsx";
import { lead, nextOf } from "./today.ts";
import "./today.css";

/** The therapist's first page: what is today, and who is in the caseload. */
export default function TodayPage() {
  const today = useQuery(todayQuery);
  return (
    <StaffFrame>
      <Asked of={today}>{(data) => <Day today={data} />}</Asked>
    </StaffFrame>
  );
}

function Day({ today }: { today: Today }) {
  const now = useNow(today.now);
  const next = nextOf(today, now);
  const old = today.records.filter(({ session }) => !today.sessions.some((one) => one.session.id === session.id));
  return (
    <>
      <div className="today__head">
        <div>
          <h1 className="title">{longDay(today.now, today.zone)}</h1>
          {today.couples.length > 0 && <p className="lead">{lead(today, now)}</p>}
        </div>
        {today.couples.length > 0 && (
          <Link to="/exercises" className="btn btn--secondary push">
            <Icon name="plus" />
            {t("today.start")}
          </Link>
        )}
      </div>
      {today.couples.length === 0 && <NobodyYet />}
      {today.sessions.length > 0 && (
        <section className="today" aria-label={t("today.slots")}>
          {today.sessions.map((one) => (
            <Slot key={one.session.id} appointment={one} zone={today.zone} next={one === next} />
          ))}
        </section>
      )}
      {today.couples.length > 0 && <Caseload today={today} />}
      <CameIn couples={today.couples} />
      {old.length > 0 && <Records records={old} today={today} />}
    </>
  );
}

function Records({ records, today }: { records: readonly Appointment[]; today: Today }) {
  return (
    <section className="today__records stack stack--s">
      <h2 className="subhead">{t("today.records")}</h2>
      <ul className="lines">
        {records.map(({ couple, session }) => (
          <li key={session.id} className="row row--wrap">
            <Link
              to="/couples/$id/sessions/$session"
              params={{ id: couple.id, session: session.id }}
              className="today__name"
            >
              {couple.name}
            </Link>
            <span className="meta">
              {t("today.recordLine", {
                number: String(session.number),
                day: shortDay(session.startsAt, today.zone, today.now),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NobodyYet() {
  return (
    <div className="void">
      <svg className="void__art" viewBox="0 0 168 96" aria-hidden="true">
        <circle cx="36" cy="52" r="28" />
        <rect x="74" y="24" width="54" height="56" rx="15" />
        <path className="solid" d="M140 80V66a12 12 0 0 1 24 0v14z" />
      </svg>
      <h2 className="heading">{t("today.emptyTitle")}</h2>
      <p className="lead">{t("today.empty")}</p>
      <Link to="/exercises" className="btn btn--secondary btn--l">
        {t("today.emptyLook")}
      </Link>
    </div>
  );
}
