import { plainDate } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";

/** "Until 17 May", or until the next session. A day that has passed is not spoken of: it stays open. */
export function untilText(until: string | null | undefined, today: string): string {
  if (!until) return t("homework.untilSession");
  return until < today ? t("homework.open") : t("homework.until", { day: plainDate(until) });
}

/** The day on the calendar of a zone, as "2026-05-17". */
export function dayOf(at: number, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    at,
  );
}
