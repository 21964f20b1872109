// Catalogues of words. Each `src/**/<feature>.<language>.json` holds ICU messages; they become plain functions here, at
// build time, so that the browser carries no parser and needs no eval. `virtual:words/<language>` is what everybody needs,
// `virtual:words/<language>/staff` what is on pages of staff alone: a partner's phone does not wait for it.
// Run as a program it writes src/i18n/messages.d.ts: a key or an argument that does not exist fails the type check.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";

const src = join(dirname(dirname(fileURLToPath(import.meta.url))), "src");
const VIRTUAL = "virtual:words/";
const quoted = JSON.stringify;
/** Features that no partner's page speaks of. */
const STAFF = new Set(["editor", "leading", "notes", "record"]);

/** All messages of a language, the feature's name before each key: "today.title". */
export function catalogue(language) {
  const all = {};
  for (const file of files(language)) {
    const feature = basename(file, `.${language}.json`);
    for (const [key, message] of Object.entries(JSON.parse(readFileSync(file, "utf8")))) {
      const name = `${feature}.${key}`;
      if (name in all) throw new Error(`${file}: ${name} is there twice`);
      if (typeof message !== "string" || message.trim() === "") throw new Error(`${file}: ${key} says nothing`);
      all[name] = message;
    }
  }
  return all;
}

/** A module's part of a language: "en" or "en/staff". */
function part(module) {
  const [language, staff] = module.split("/");
  const ofStaff = (name) => STAFF.has(name.slice(0, name.indexOf(".")));
  return Object.fromEntries(
    Object.entries(catalogue(language)).filter(([name]) => ofStaff(name) === (staff === "staff")),
  );
}

function files(language) {
  return readdirSync(src, { recursive: true })
    .filter((name) => name.endsWith(`.${language}.json`))
    .map((name) => join(src, name))
    .sort();
}

function tree(name, message) {
  try {
    return parse(message);
  } catch (e) {
    throw new Error(`${name}: "${message}" is no ICU message (${e.message})`);
  }
}

/** The arguments that a message needs, each with its type. */
export function needs(parts, found = new Map()) {
  for (const part of parts) {
    if (part.type === TYPE.argument) found.set(part.value, found.get(part.value) ?? "string");
    if (part.type === TYPE.number || part.type === TYPE.plural) found.set(part.value, "number");
    if (part.type === TYPE.select) found.set(part.value, choice(part));
    if (part.type === TYPE.tag) needs(part.children, found);
    for (const option of Object.values(part.options ?? {})) needs(option.value, found);
  }
  return found;
}

function choice(part) {
  const named = Object.keys(part.options).filter((key) => key !== "other");
  return `${named.map(quoted).join(" | ")} | (string & {})`;
}

function tags(parts, found = new Set()) {
  for (const part of parts) {
    if (part.type === TYPE.tag) {
      found.add(part.value);
      tags(part.children, found);
    }
    for (const option of Object.values(part.options ?? {})) tags(option.value, found);
  }
  return found;
}

/** A JavaScript expression that gives a list of parts; `a` arguments, `w` marks, `f` plural and number. */
function code(parts, counted) {
  return `[${parts.map((part) => one(part, counted)).join()}]`;
}

function one(part, counted) {
  const options = (inner) =>
    `{${Object.entries(part.options).map(([key, option]) => `${quoted(key)}:()=>${code(option.value, inner)}`)}}`;
  switch (part.type) {
    case TYPE.literal:
      return quoted(part.value);
    case TYPE.argument:
      return `a.${part.value}`;
    case TYPE.number:
      return `f.n(a.${part.value})`;
    case TYPE.pound:
      return `f.n(a.${counted})`;
    case TYPE.plural:
      return `...f.p(a.${part.value},${options(part.value)},${quoted(part.pluralType)})`;
    case TYPE.select:
      return `...f.s(a.${part.value},${options(counted)})`;
    case TYPE.tag:
      return `w(${quoted(part.value)},${code(part.children, counted)})`;
    default:
      throw new Error("dates and times are formatted by i18n/dates.ts, not in messages");
  }
}

/** The module of a language: a plain message is a string, another a function that gives parts. */
export function compiled(messages) {
  const lines = Object.entries(messages).map(([name, message]) => {
    const parts = tree(name, message);
    const plain = parts.every((part) => part.type === TYPE.literal);
    return `${quoted(name)}:${plain ? quoted(parts.map((p) => p.value).join("")) : `(f,a,w)=>${code(parts)}`}`;
  });
  return `export default {\n${lines.join(",\n")}\n};\n`;
}

/** The declaration of all keys with their arguments and marks. */
export function declared(messages) {
  const lines = Object.entries(messages).map(([name, message]) => {
    const parts = tree(name, message);
    const args = [...needs(parts)].map(([key, type]) => `${key}: ${type}`).join("; ");
    const marks = [...tags(parts)].map(quoted).join(" | ");
    return `  ${quoted(name)}: { args: ${args ? `{ ${args} }` : "undefined"}; marks: ${marks || "never"} };`;
  });
  return `// Written by scripts/words.mjs from the catalogues; not kept in git.\nexport type Messages = {\n${lines.join("\n")}\n};\n`;
}

/** For Vite: serves the catalogues, and writes the declaration when a catalogue changes. */
export function words() {
  return {
    name: "accord-words",
    resolveId: (id) => (id.startsWith(VIRTUAL) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${VIRTUAL}`)) return undefined;
      const module = id.slice(VIRTUAL.length + 1);
      for (const file of files(module.split("/")[0])) this.addWatchFile(file);
      return compiled(part(module));
    },
    handleHotUpdate({ file, server }) {
      if (!file.endsWith(".en.json")) return;
      writeFileSync(join(src, "i18n/messages.d.ts"), declared(catalogue("en")));
      server.moduleGraph.invalidateAll();
      server.ws.send({ type: "full-reload" });
    },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(join(src, "i18n/messages.d.ts"), declared(catalogue("en")));
}
