// What a new version says otherwise than the one before, step by step. Pure.
import { type Fields, isFields, stepsOf, textOf, type Value } from "./form.ts";

export type Change = {
  /** The title of the step; null: the exercise itself. */
  readonly step: string | null;
  /** The name of the field; null: the whole step came or went. */
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
};

/** What the server writes by itself says nothing to anybody. */
const SILENT = ["id", "version", "steps", "format", "language", "minutes"];

export function changes(before: Fields, after: Fields): readonly Change[] {
  const old = stepsOf(before);
  const now = stepsOf(after);
  const same = (step: Fields) => (other: Fields) => textOf(other, "id") === textOf(step, "id");
  return [
    ...fields(before, after, null, SILENT),
    ...now.flatMap((step) => {
      const was = old.find(same(step));
      const title = textOf(step, "title");
      return was
        ? fields(was, step, title, ["id"])
        : [{ step: title, field: null, before: null, after: title } satisfies Change];
    }),
    ...old
      .filter((step) => !now.some(same(step)))
      .map((step) => {
        const title = textOf(step, "title");
        return { step: title, field: null, before: title, after: null };
      }),
    ...order(old, now),
  ];
}

function fields(before: Fields, after: Fields, step: string | null, silent: readonly string[]): readonly Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !silent.includes(name));
  return names.flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return named(was) && named(is)
      ? items(was, is).map(([from, to]) => ({ step, field, before: from, after: to }))
      : [{ step, field, before: words(was), after: words(is) }];
  });
}

const named = (value: Value | undefined): value is readonly Fields[] => Array.isArray(value) && value.every(isFields);

/** Cards and options, each that is new, gone or worded otherwise. */
function items(before: readonly Fields[], after: readonly Fields[]): [string | null, string | null][] {
  const textIn = (list: readonly Fields[], id: string) => {
    const found = list.find((one) => textOf(one, "id") === id);
    return found ? textOf(found, "text") : null;
  };
  const ids = [...new Set([...before, ...after].map((one) => textOf(one, "id")))];
  const other = ids
    .map((id): [string | null, string | null] => [textIn(before, id), textIn(after, id)])
    .filter(([from, to]) => from !== to);
  return other.length > 0 ? other : [[words(before), words(after)]];
}

/** Those in both stand in another order. */
function order(old: readonly Fields[], now: readonly Fields[]): readonly Change[] {
  const id = (step: Fields) => textOf(step, "id");
  const both = (list: readonly Fields[], others: readonly Fields[]) =>
    list.filter((step) => others.some((other) => id(other) === id(step)));
  const [before, after] = [both(old, now), both(now, old)];
  if (before.map(id).join() === after.map(id).join()) return [];
  const titles = (list: readonly Fields[]) => list.map((step) => textOf(step, "title")).join(" · ");
  return [{ step: null, field: "steps", before: titles(before), after: titles(after) }];
}

function words(value: Value | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map((each) => words(each) ?? "").join(" · ");
  if (isFields(value)) return "text" in value ? textOf(value, "text") : Object.values(value).map(words).join(" · ");
  return String(value);
}
