// The editor asks for what the format knows: held to the schema, kind by kind.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { common, type Field, head, KINDS, kindForms, safety, THEMES } from "./fields.ts";

type Schema = { [key: string]: unknown } & {
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: string[];
  items?: Schema;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  allOf?: Schema[];
  $ref?: string;
};
const FILE = join(import.meta.dirname, "../../../src/main/resources/exercises/schema.json");
const schema = JSON.parse(readFileSync(FILE, "utf8")) as Schema & { $defs: Record<string, Schema> };
const def = (name: string) => schema.$defs[name] as Schema;

/** A definition and all that it refers to, as one. */
function whole(part: Schema | undefined): Schema {
  if (!part) return {};
  const parts = [...(part.$ref ? [def(part.$ref.replace("#/$defs/", ""))] : []), ...(part.allOf ?? [])].map(whole);
  return Object.assign({}, ...parts, part);
}

const readersOf = (field: Field): string[] =>
  field.look === "readers" ? [field.name, "may_narrow_to", "therapist_sees"] : [field.name];

function heldTo(field: Field, part: Schema): void {
  const known = whole(part);
  switch (field.look) {
    case "line":
    case "text":
      expect([field.name, field.most]).toEqual([field.name, known.maxLength]);
      break;
    case "number":
      expect([field.name, field.least, field.most]).toEqual([field.name, known.minimum, known.maximum]);
      break;
    case "lines":
      expect([field.name, field.most, field.letters]).toEqual([
        field.name,
        known.maxItems,
        whole(known.items).maxLength,
      ]);
      break;
    case "named": {
      const text = whole(whole(known.items).properties?.text);
      expect([field.name, field.least, field.most, field.letters]).toEqual([
        field.name,
        known.minItems,
        known.maxItems,
        text.maxLength,
      ]);
      break;
    }
    case "one-of":
      expect(field.of).toEqual(known.enum);
      break;
    case "readers":
      expect(field.widest).toEqual(known.enum);
      break;
  }
}

test("there is a form for each kind of the format, and for no other", () => {
  expect(KINDS).toEqual(def("step").properties?.kind?.enum);
});

test.each(KINDS)("%s: each field of the format has its place in the form, with the same limits", (kind) => {
  const own = def(kind);
  const fields = kindForms[kind].fields;
  const names = Object.entries(own.properties ?? {}).flatMap(([name, each]) =>
    (each as unknown) === false ? [] : [name],
  );
  expect(
    fields
      .flatMap(readersOf)
      .filter((name) => names.includes(name))
      .sort(),
  ).toEqual(names.sort());
  for (const field of fields) {
    heldTo(field, own.properties?.[field.name] as Schema);
    expect([field.name, field.needed === true]).toEqual([field.name, own.required?.includes(field.name)]);
  }
});

test("what every kind has, and what stands above the steps, too", () => {
  const shared = def("common").properties ?? {};
  expect(
    common("read")
      .map((field) => field.name)
      .concat("id", "kind")
      .sort(),
  ).toEqual(Object.keys(shared).sort());
  for (const field of common("read")) heldTo(field, shared[field.name] as Schema);
  for (const field of head) heldTo(field, schema.properties?.[field.name] as Schema);
  for (const field of safety) heldTo(field, schema.properties?.safety?.properties?.[field.name] as Schema);
  expect(THEMES).toEqual(schema.properties?.themes?.items?.enum);
});
