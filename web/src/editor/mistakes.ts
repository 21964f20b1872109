// Where the checker's sentences belong in the form. Pure.
import type { Schemas } from "../api/client.ts";

export type Mistake = Schemas["Mistake"];

/** A field that is missing has no place of its own in the file: it is missed where it would stand. */
export function placed(mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.map((mistake) => {
    const missing = /^The field (\w+) is missing\.$/.exec(mistake.words)?.[1];
    return missing === undefined ? mistake : { ...mistake, path: `${mistake.path}/${missing}` };
  });
}

/** At that place or in it. */
export const within = (mistakes: readonly Mistake[], path: string): readonly Mistake[] =>
  mistakes.filter((mistake) => mistake.path === path || mistake.path.startsWith(`${path}/`));

/** Which step it is in; null: above the steps. */
export function stepAt(path: string): number | null {
  const found = /^\/steps\/(\d+)/.exec(path)?.[1];
  return found === undefined ? null : Number(found);
}

/** The field that it is in, by its name. */
export const fieldAt = (path: string): string =>
  path
    .replace(/^\/steps\/\d+\/?/, "")
    .split("/")
    .filter(Boolean)[0] ?? "";
