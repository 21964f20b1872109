import { describe, expect, test } from "vitest";
import { catalogue, compiled, declared } from "./words.mjs";

async function read(messages) {
  const code = compiled(messages).replace("export default", "return");
  return new Function(code)();
}

const forms = {
  n: (value) => new Intl.NumberFormat("en").format(value),
  p: (value, options) => (options[`=${value}`] ?? options[new Intl.PluralRules("en").select(value)] ?? options.other)(),
  s: (value, options) => (options[value] ?? options.other)(),
};
const spoken = (message, args) => message(forms, args, (_, inner) => inner.join("")).join("");

describe("a catalogue", () => {
  test("keeps a plain message as it is, ' and ’ too", async () => {
    expect(await read({ "a.b": "Nobody’s wrong." })).toEqual({ "a.b": "Nobody’s wrong." });
  });

  test("counts, with words of its own for nothing", async () => {
    const { left } = await read({ left: "{n, plural, =0 {No card} one {# card} other {# cards}} left." });
    expect([0, 1, 2_000].map((n) => spoken(left, { n }))).toEqual([
      "No card left.",
      "1 card left.",
      "2,000 cards left.",
    ]);
  });

  test("chooses, with a choice inside of a choice", async () => {
    const { said } = await read({
      said: "{who, select, me {You have {n, plural, one {# card} other {# cards}}} other {{who} waits}}",
    });
    expect(spoken(said, { who: "me", n: 1 })).toBe("You have 1 card");
    expect(spoken(said, { who: "Noor", n: 1 })).toBe("Noor waits");
  });

  test("marks a part of a sentence, in which the words stay one sentence", async () => {
    const { seen } = await read({ seen: "<b>Only {name}</b> can see this." });
    const parts = seen(forms, { name: "you" }, (name, inner) => `[${name} ${inner.join("")}]`);
    expect(parts.join("")).toBe("[b Only you] can see this.");
  });

  test("declares keys with their arguments", () => {
    const types = declared({
      "a.plain": "x",
      "a.full": "{n, plural, other {#}} {who} <b>x</b> {how, select, a {} other {}}",
    });
    expect(types).toContain('"a.plain": { args: undefined; marks: never };');
    expect(types).toContain('"a.full": { args: { n: number; who: string; how: "a" | (string & {}) }; marks: "b" };');
  });

  test("names a message that is wrong", () => {
    expect(() => compiled({ "a.b": "{n, plural, one {x}}" })).toThrow(/a\.b/);
    expect(() => compiled({ "a.b": "{when, date}" })).toThrow();
  });
});

describe("the English words", () => {
  const all = Object.entries(catalogue("en"));

  test("all compile", () => {
    expect(() => compiled(Object.fromEntries(all))).not.toThrow();
  });

  // Words that the design forbids: they judge, hurry, or talk of the machine.
  test.each([
    /\bplease wait\b/i,
    /\boverdue\b/i,
    /\bincorrect\b/i,
    /\bfailed\b/i,
    /\bdeclined\b/i,
    /\berror\b/i,
    /\binvalid\b/i,
    /!/,
    /\bare you sure\b/i,
  ])("never say %s", (pattern) => {
    expect(all.filter(([, message]) => pattern.test(message))).toEqual([]);
  });
});
