// What a questionnaire says of itself and of a number, and where somebody is in it. Pure.
import { plainDate } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import type { Instrument, MyQuestionnaire, Result } from "./queries.ts";

/** What stands on the page of a file that was read, line by line. */
export function saysOf(instrument: Instrument): string[] {
  const { score, cutOff, reliableChange, items } = instrument;
  const range = { min: number(score.range.min), max: number(score.range.max) };
  const reversed = items.filter((item) => item.reverse).length;
  return [
    t("instruments.saysItems", { n: items.length }),
    ...(reversed > 0 ? [t("instruments.saysReversed", { n: reversed })] : []),
    t(score.method === "sum" ? "instruments.saysSum" : "instruments.saysMean", range),
    t(score.higherIsBetter ? "instruments.higherBetter" : "instruments.higherWorse"),
    score.missing === "refuse"
      ? t("instruments.refuse")
      : t("instruments.prorate", { least: number(score.minAnswered) }),
    ...score.subscales.map((part) =>
      t("instruments.saysPart", { name: part.name, min: number(part.range.min), max: number(part.range.max) }),
    ),
    cutOff.value === undefined
      ? t("instruments.noCutOff")
      : t("instruments.saysCutOff", { value: number(cutOff.value), source: cutOff.source }),
    reliableChange.points === undefined
      ? t("instruments.noChange")
      : t("instruments.saysChange", { points: number(reliableChange.points), source: reliableChange.source }),
  ];
}

/** What the source lets one say of a number, to the therapist: nothing where the file has no number for it. */
export function statements(result: Result): string[] {
  const { since, cutOff, beyond } = result;
  const said: string[] = [];
  if (beyond !== undefined && cutOff.value !== undefined) {
    said.push(t(beyond ? "instruments.beyond" : "instruments.notBeyond", { value: number(cutOff.value) }));
  }
  if (since) {
    const apart = { by: number(Math.abs(since.by)), day: plainDate(since.on) };
    if (since.by === 0) said.push(t("instruments.sinceSame", { day: apart.day }));
    else said.push(t(since.by > 0 ? "instruments.sinceHigher" : "instruments.sinceLower", apart));
    said.push(...moved(since.crossed, since.changed, since.points));
  }
  return said;
}

function moved(crossed: boolean | undefined, changed: boolean | undefined, points: number | undefined): string[] {
  const by = { points: number(points ?? 0) };
  if (crossed === undefined && changed === undefined) return [];
  if (changed === undefined) return [t(crossed ? "instruments.crossed" : "instruments.notCrossed")];
  if (crossed === undefined) return [t(changed ? "instruments.changed" : "instruments.notChanged", by)];
  if (crossed) return [t(changed ? "instruments.crossedChanged" : "instruments.crossedOnly", by)];
  return [t(changed ? "instruments.changedOnly" : "instruments.neither", by)];
}

/** Where a result's numbers come from, each source once. */
export function sourcesOf(result: Result): string[] {
  const { since, cutOff } = result;
  const named = [
    result.source,
    cutOff.value === undefined ? "" : cutOff.source,
    since?.points === undefined ? "" : since.pointsSource,
  ];
  return [...new Set(named.filter((source) => source !== ""))];
}

export const number = (value: number): string => String(value);

/** What is on screen: the first page, a question by its number, the page to hand in from. */
export type At = { page: "begin" } | { page: "question"; number: number } | { page: "last" };

/** Where it goes on: at the first question that was neither answered nor skipped. */
export function whereItGoesOn(mine: MyQuestionnaire): At {
  const come = new Set(mine.answers.map((one) => one.item));
  if (come.size === 0) return { page: "begin" };
  const next = mine.items.findIndex((item) => !come.has(item.id));
  return next < 0 ? { page: "last" } : { page: "question", number: next };
}

export function after(at: At, mine: MyQuestionnaire): At {
  if (at.page === "begin") return { page: "question", number: 0 };
  if (at.page === "question" && at.number + 1 < mine.items.length) return { page: "question", number: at.number + 1 };
  return { page: "last" };
}

export function before(at: At, mine: MyQuestionnaire): At {
  if (at.page === "last") return { page: "question", number: mine.items.length - 1 };
  return at.page === "question" && at.number > 0 ? { page: "question", number: at.number - 1 } : { page: "begin" };
}

/** Whether a question can be skipped and the questionnaire still be handed in. */
export function maySkip(mine: MyQuestionnaire, item: string): boolean {
  const skipped = mine.answers.filter((one) => one.value === undefined && one.item !== item).length;
  return mine.items.length - skipped - 1 >= mine.minAnswered;
}
