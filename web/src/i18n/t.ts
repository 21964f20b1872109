import { createElement, Fragment, type ReactNode } from "react";
import type { Messages } from "./messages.d.ts";

type Part = string | ReactNode;
type Forms = {
  n(value: number): string;
  p(value: number, options: Record<string, () => Part[]>, kind: "cardinal" | "ordinal"): Part[];
  s(value: string, options: Record<string, () => Part[]>): Part[];
};
type Mark = (name: string, parts: Part[]) => Part;
type Compiled = string | ((forms: Forms, args: unknown, mark: Mark) => Part[]);
export type Language = "en";
export type Key = keyof Messages;
type Args<K extends Key> = Messages[K]["args"] extends undefined ? [] : [args: Messages[K]["args"]];

let words: Record<string, Compiled> = {};
let spoken: Language = "en";
let forms: Forms = formsOf("en");

/** Loads a language's words. Nothing may be painted before. */
export async function speak(language: Language): Promise<void> {
  const load = { en: () => import("virtual:words/en") }[language];
  words = (await load()).default as Record<string, Compiled>;
  spoken = language;
  forms = formsOf(language);
  if (typeof document !== "undefined") document.documentElement.lang = language;
}

/** Adds the words of the pages that only staff see. None of these may be painted before. */
export async function speakToStaff(): Promise<void> {
  const load = { en: () => import("virtual:words/en/staff") }[spoken];
  words = { ...words, ...((await load()).default as Record<string, Compiled>) };
}

/** The words for a key. Marks in them are left out. */
export function t<K extends Key>(key: K, ...[args]: Args<K>): string {
  return parts(key, args, (_, inner) => inner.join("")).join("");
}

/** The words for a key, where parts of the sentence are shown in another way: `<b>Only you</b> can see this`. */
export function rich<K extends Key>(
  key: K,
  marks: Record<Messages[K]["marks"], (inner: ReactNode) => ReactNode>,
  ...[args]: Args<K>
): ReactNode {
  const show = marks as Record<string, (inner: ReactNode) => ReactNode>;
  return joined(parts(key, args, (name, inner) => show[name]?.(joined(inner)) ?? joined(inner)));
}

/** Whether there are words for a key that came from elsewhere, such as a problem's type. */
export function has(key: string): key is Key {
  return key in words;
}

function joined(parts: Part[]): ReactNode {
  return createElement(Fragment, null, ...parts);
}

function parts(key: Key, args: unknown, mark: Mark): Part[] {
  const message = words[key];
  if (message === undefined) return [key];
  return typeof message === "string" ? [message] : message(forms, args, mark);
}

function formsOf(language: string): Forms {
  const number = new Intl.NumberFormat(language);
  const rules = {
    cardinal: new Intl.PluralRules(language),
    ordinal: new Intl.PluralRules(language, { type: "ordinal" }),
  };
  return {
    n: (value) => number.format(value),
    p: (value, options, kind) =>
      (options[`=${value}`] ?? options[rules[kind].select(value)] ?? options.other)?.() ?? [],
    s: (value, options) => (options[value] ?? options.other)?.() ?? [],
  };
}
