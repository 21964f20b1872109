import { minutesUntil, time } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import type { Appointment, CoupleSummary, Today } from "./queries.ts";

/** A session that nobody has opened stays "next" for this long: people come late. */
const LATE = 30;
/** Up to here minutes are said, after that the time. */
const SOON = 90;

/** The session that is running or comes next, if there is one today. */
export function nextOf(today: Today, now: number): Appointment | undefined {
  const open = today.sessions.filter(({ session }) => session.state !== "closed");
  return (
    open.find(({ session }) => session.state === "open") ??
    open.find(({ session }) => minutesUntil(session.startsAt, now) > -LATE) ??
    open.find(({ session }) => session.state === "doors-open")
  );
}

/** The day in one or two sentences. */
export function lead(today: Today, now: number): string {
  const sessions = t("today.sessions", { n: today.sessions.length });
  const next = nextOf(today, now);
  if (next === undefined) return sessions;
  const couple = next.couple.name;
  const minutes = minutesUntil(next.session.startsAt, now);
  if (next.session.state === "open") return t("today.begun", { sessions, couple });
  if (minutes > 0 && minutes <= SOON) {
    return t("today.next", { sessions, couple, minutes: t("dates.minutes", { n: minutes }) });
  }
  return t("today.nextAt", { sessions, couple, time: time(next.session.startsAt, today.zone) });
}

/** The couples whose name holds all the letters that were typed, whatever their case. */
export function found(couples: readonly CoupleSummary[], typed: string): readonly CoupleSummary[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return couples.filter((couple) => couple.name.toLocaleLowerCase().includes(wanted));
}
