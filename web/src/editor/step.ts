// A step's fields as the room's own screens take them, however little of it is written yet. Pure.
import type { Step } from "../room/steps/steps-types.ts";
import { type Field, isKind, kindForms } from "./fields.ts";
import { type Fields, listOf, objectsOf, textOf, type Value, wordsOf } from "./form.ts";

/** Undefined: no kind of step that there is. */
export function stepToShow(fields: Fields): Step | undefined {
  const { kind } = fields;
  if (!isKind(kind)) return undefined;
  const own = Object.fromEntries(kindForms[kind].fields.flatMap((field) => shown(field, fields)));
  return { kind, common: commonOf(fields), ...own } as Step;
}

function commonOf(fields: Fields): Step["common"] {
  const hint = textOf(fields, "therapist_hint");
  return {
    id: textOf(fields, "id"),
    title: textOf(fields, "title"),
    optional: fields.optional === true,
    ...(typeof fields.minutes === "number" ? { minutes: fields.minutes } : {}),
    ...(hint === "" ? {} : { therapistHint: hint }),
  };
}

function shown(field: Field, fields: Fields): [string, unknown][] {
  const { name } = field;
  const key = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  switch (field.look) {
    case "line":
    case "text":
    case "about": {
      const text = textOf(fields, name);
      return text !== "" || field.needed ? [[key, text]] : [];
    }
    case "number": {
      const number = numberIn(fields[name]) ?? field.usually ?? (field.needed ? field.least : undefined);
      return number === undefined ? [] : [[key, number]];
    }
    case "tick":
      return [[key, fields[name] === true]];
    case "lines":
    case "opens":
      return [[key, wordsOf(fields, name)]];
    case "named":
      return [[key, objectsOf(fields, name).map((one) => ({ id: textOf(one, "id"), text: textOf(one, "text") }))]];
    case "one-of":
      return [[key, textOf(fields, name).replaceAll("-", "_").toUpperCase()]];
    case "readers":
      return [["sharing", sharing(fields)]];
  }
}

const numberIn = (value: Value | undefined) => (typeof value === "number" ? value : undefined);

const sharing = (fields: Fields) => ({
  widest: textOf(fields, "audience") || "me",
  narrower: listOf(fields, "may_narrow_to"),
  therapistAtOnce: fields.therapist_sees === "at-once",
});
