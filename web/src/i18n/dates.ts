// Dates and times as people say them, in the zone that the server names, never in the device's own.
import { t } from "./t.ts";

// The language of the words is English; its dates are written as in Britain: day before month, a clock of 24 hours.
const LOCALE = "en-GB";

/** "14:30" */
export function time(at: string, zone: string): string {
  return format(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** "Thursday, 14 May" */
export function longDay(at: string, zone: string): string {
  const weekday = format(at, zone, { weekday: "long" });
  return t("dates.longDay", { weekday, day: format(at, zone, { day: "numeric", month: "long" }) });
}

/** "14 May 2026" */
export function fullDate(at: string, zone: string): string {
  return format(at, zone, { day: "numeric", month: "long", year: "numeric" });
}

/** "Thursday, 14 May 2026" */
export function fullDay(at: string, zone: string): string {
  return t("dates.longDay", { weekday: format(at, zone, { weekday: "long" }), day: fullDate(at, zone) });
}

/** "Thu 14 May", with the year where it is another one. */
export function shortDay(at: string, zone: string, now: string): string {
  const sameYear = format(at, zone, { year: "numeric" }) === format(now, zone, { year: "numeric" });
  const parts = {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" as const }),
  } as const;
  return format(at, zone, parts).replaceAll(",", "");
}

/** "28 May" of a date without a time. */
export function plainDate(date: string): string {
  return format(`${date}T12:00:00Z`, "UTC", { day: "numeric", month: "long" });
}

/** "February", with the year where it is another one than now. */
export function month(date: string, now: string): string {
  const year = date.slice(0, 4) === now.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return format(`${date}T12:00:00Z`, "UTC", { month: "long", ...year });
}

/** How many days lie between two moments, by the calendar of a zone: 0 is the same day. */
export function daysFrom(now: string, at: string, zone: string): number {
  return Math.round((midnight(at, zone) - midnight(now, zone)) / 86_400_000);
}

/** "Today", "Tomorrow", "Fri 15 May"; the first two in small letters within a sentence. */
export function day(at: string, zone: string, now: string, within = false): string {
  const days = daysFrom(now, at, zone);
  if (days === 0) return t(within ? "dates.today" : "dates.Today");
  if (days === 1) return t(within ? "dates.tomorrow" : "dates.Tomorrow");
  return shortDay(at, zone, now);
}

/** "Today at 14:30" */
export function dayAt(at: string, zone: string, now: string, within = false): string {
  return t("dates.dayAt", { day: day(at, zone, now, within), time: time(at, zone) });
}

/** Minutes from now on, upwards: 25 until 24 are left. Not above zero: it has begun. */
export function minutesUntil(at: string, now: number): number {
  return Math.ceil((Date.parse(at) - now) / 60_000);
}

/** "Noor", "Noor and Daniel", "Noor, Daniel and Sam" */
export function list(names: readonly string[]): string {
  return new Intl.ListFormat(LOCALE).format(names);
}

function format(at: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: zone }).format(new Date(at));
}

function midnight(at: string, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  return Date.parse(`${parts.format(new Date(at))}T00:00:00Z`);
}
