// What kinds and fields are called. A field has one name wherever it stands, unless a kind says it better.
import { has, type Key, t } from "../i18n/t.ts";
import type { Kind } from "./fields.ts";

export const kindName = (kind: Kind): string => t(`editor.kind.${kind}`);

type Plain = Key & "editor.back";

export function fieldName(field: string, kind?: Kind): string {
  return found(`editor.field.${kind}.${field}`) ?? found(`editor.field.${field}`) ?? field.replaceAll("_", " ");
}

/** What helps to write it, in a sentence. */
export function fieldHint(field: string, kind?: Kind): string | undefined {
  return found(`editor.hint.${kind}.${field}`) ?? found(`editor.hint.${field}`);
}

export const wordOf = (field: string, word: string): string => found(`editor.${field}.${word}`) ?? word;

const found = (key: string) => (has(key) ? t(key as Plain) : undefined);
