// What stands on the pages of agreements. Pure.
import type { Agreement, Agreements, Mark } from "./queries.ts";

/** How many weeks a row shows. */
const WEEKS = 8;
const DAY = 86_400_000;

export type Week = { readonly week: string; readonly mark: Mark | null };

const plus = (date: string, days: number) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** The last weeks that have closed, from the first one that shows something on. Where not all said the same there is nothing. */
export function lastWeeks({ weeks }: Pick<Agreement, "weeks">, current: string): Week[] {
  const first = weeks[0]?.week;
  if (first === undefined) return [];
  const row: Week[] = [];
  for (let week = plus(current, -7); week >= first && row.length < WEEKS; week = plus(week, -7)) {
    row.unshift({ week, mark: weeks.find((one) => one.week === week)?.mark ?? null });
  }
  return row.slice(row.findIndex((one) => one.mark !== null));
}

/** How many of the weeks that show something were kept, and how many talked about. */
export function counted({ weeks }: Pick<Agreement, "weeks">) {
  const kept = weeks.filter((one) => one.mark === "kept").length;
  return { weeks: weeks.length, kept, talked: weeks.length - kept };
}

export const isInForce = (one: Agreement) => one.state === "in-force" && !one.textOpen;
export const isWritten = (one: Agreement) => one.state !== "ended" && one.textOpen;

/** Whether there is a mark to give: something that all signed holds, and one has said nothing of this week. */
export const canMark = (one: Agreement) => one.state === "in-force" && one.endsOn === undefined;
export const asksMark = (one: Agreement) => canMark(one) && one.mark === undefined;

/** Whether the day to look again has come, and one's own answer is not there yet. */
export const asksReview = (one: Agreement, { today }: Pick<Agreements, "today">) =>
  canMark(one) && one.lookOn !== undefined && one.lookOn <= today && one.review === undefined;

/** The words that hold: what all signed last, or else the text as it stands. */
export function holding(one: Agreement): readonly string[] {
  return one.versions.at(-1)?.lines ?? one.lines.map((line) => line.text);
}
