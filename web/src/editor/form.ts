// An exercise as fields, as its file has them, and what the editor does to them. Pure. Nothing here knows what is right:
// whatever was typed stays, and the server's checker says what is missing.
import { type Kind, startOf } from "./fields.ts";

export type Value = string | number | boolean | null | readonly Value[] | Fields;
export type Fields = { readonly [field: string]: Value };

export const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};
export const listOf = (fields: Fields, name: string): readonly Value[] => {
  const value = fields[name];
  return Array.isArray(value) ? (value as readonly Value[]) : [];
};
export const objectsOf = (fields: Fields, name: string): readonly Fields[] => listOf(fields, name).filter(isFields);
export const wordsOf = (fields: Fields, name: string): readonly string[] =>
  listOf(fields, name).map((each) => (typeof each === "string" ? each : ""));
export const stepsOf = (form: Fields): readonly Fields[] => objectsOf(form, "steps");

export function isFields(value: Value | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is empty is left out, as the files do it. */
export function put(fields: Fields, name: string, value: Value | undefined): Fields {
  const { [name]: _, ...rest } = fields;
  const empty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  return empty ? rest : { ...fields, [name]: value };
}

export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

export const replaced = <T>(list: readonly T[], at: number, by: T): readonly T[] =>
  list.map((each, i) => (i === at ? by : each));

/** With other steps. The whole takes as long as those that are not optional. */
export function withSteps(form: Fields, steps: readonly Fields[]): Fields {
  return put({ ...form, steps }, "minutes", minutesOf(steps));
}

export function minutesOf(steps: readonly Fields[]): number {
  return steps
    .filter((step) => step.optional !== true)
    .reduce((sum, step) => sum + (typeof step.minutes === "number" ? step.minutes : 0), 0);
}

/** An id that is not taken yet: short, readable in a file, never shown. */
export function freeId(taken: readonly string[], stem: string): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? stem : `${stem}-${n}`;
    if (!taken.includes(id)) return id;
  }
}

const idsOf = (steps: readonly Fields[]) => steps.map((step) => textOf(step, "id"));

/** A new step after that one, but before the closing. */
export function added(form: Fields, kind: Kind, after: number): { form: Fields; at: number } {
  const steps = stepsOf(form);
  const last = steps.findIndex((step) => step.kind === "closing");
  const at = kind === "closing" || last < 0 ? Math.min(after + 1, steps.length) : Math.min(after + 1, last);
  const step = { id: freeId(idsOf(steps), kind), kind, ...startOf(kind), ...opens(kind, steps.slice(0, at), steps) };
  return { form: withSteps(form, [...steps.slice(0, at), step, ...steps.slice(at)]), at };
}

/** A reveal opens at first what waits before it and nobody opens yet. */
function opens(kind: Kind, before: readonly Fields[], all: readonly Fields[]): Fields {
  if (kind !== "reveal") return {};
  const opened = all.flatMap((step) => wordsOf(step, "of"));
  const waits = before.filter((step) => step.audience === "reveal" && !opened.includes(textOf(step, "id"))).slice(-4);
  if (waits.length === 0) return {};
  return { of: idsOf(waits), view: waits.length === 1 && waits[0]?.kind === "sort" ? "compare" : "side-by-side" };
}

export function doubled(form: Fields, at: number): Fields {
  const steps = stepsOf(form);
  const step = steps[at];
  if (!step) return form;
  const copy = { ...step, id: freeId(idsOf(steps), textOf(step, "id") || "step") };
  return withSteps(form, [...steps.slice(0, at + 1), copy, ...steps.slice(at + 1)]);
}

export const removed = (form: Fields, at: number): Fields =>
  withSteps(
    form,
    stepsOf(form).filter((_, i) => i !== at),
  );

/** What somebody begins with who writes from nothing: a quiet minute, one question for both, and the end. */
export function blank(): Fields {
  const begin: Fields = {
    format: "accord.exercise.1",
    id: "own",
    version: 1,
    language: "en",
    for: ["live"],
    safety: { level: 1 },
    steps: [],
  };
  const kinds: readonly Kind[] = ["ground", "write", "reveal", "closing"];
  return kinds.reduce((form, kind, i) => added(form, kind, i).form, begin);
}

/** What no field asks for and a file needs. An own exercise gets its name and version when it is published. */
export function completed(form: Fields): Fields {
  const { id, version, minutes } = form;
  const needed: Fields = {
    format: form.format ?? "accord.exercise.1",
    id: typeof id === "string" && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) ? id : "own",
    version: typeof version === "number" && version >= 1 ? version : 1,
    language: form.language ?? "en",
    minutes: minutes ?? minutesOf(stepsOf(form)),
  };
  return Object.entries(needed).every(([name, value]) => form[name] === value) ? form : { ...form, ...needed };
}
