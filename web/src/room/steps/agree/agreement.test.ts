import { describe, expect, test } from "vitest";
import type { RoomCommand, RoomEvent, Seat } from "../../../live/wire.ts";
import {
  type Agreement,
  emptyAgreement,
  evolve,
  foretell,
  isMade,
  isStale,
  notYet,
  olderSignatureOf,
  signatureOf,
} from "./agreement.ts";

const where = { run: 1, step: "small-step", round: 1 };
const noor: Seat = "partner-1";
const daniel: Seat = "partner-2";
const at = "2026-05-14T15:00:00Z";

type Heard = readonly [Seat | "room", RoomEvent];

const fold = (events: readonly Heard[], from: Agreement = emptyAgreement) =>
  events.reduce((agreement, [by, event]) => evolve(agreement, event, { by, at }), from);

const added = (version: number, line: string, text: string): RoomEvent => ({
  type: "LineAdded",
  data: { where, version, line, text },
});
const suggested = (text: string): RoomEvent => ({
  type: "ChangeSuggested",
  data: { where, line: "l1", lineVersion: 1, suggestion: "s1", text },
});
const signed = (version: number): RoomEvent => ({
  type: "AgreementSigned",
  data: { where, version, digest: "d" },
});

describe("the walk of content.md 8, 37 to 42", () => {
  const suggestion = fold([
    [noor, added(1, "l1", "I ask instead of looking")],
    [daniel, suggested("I ask instead of looking, and you answer when you can")],
  ]);

  test("a suggestion changes no words and waits for the line's author", () => {
    expect(suggestion.lines).toEqual([{ id: "l1", by: noor, text: "I ask instead of looking", version: 1 }]);
    expect(notYet(suggestion, noor)).toBe("mine");
    expect(notYet(suggestion, daniel)).toBe("theirs");
  });

  test("taken, its words stand, and both may sign", () => {
    const taken = fold(
      [[noor, { type: "SuggestionTaken", data: { where, version: 2, suggestion: "s1", line: "l1", lineVersion: 2 } }]],
      suggestion,
    );
    expect(taken.lines[0]?.text).toBe("I ask instead of looking, and you answer when you can");
    expect(taken.suggestions).toEqual([]);
    expect(notYet(taken, noor)).toBeNull();
    const made = fold(
      [
        [noor, signed(2)],
        [daniel, signed(2)],
        ["room", { type: "AgreementMade", data: { where, version: 2, reviewOn: "2026-05-28" } }],
      ],
      taken,
    );
    expect(signatureOf(made, noor)?.version).toBe(2);
    expect(signatureOf(made, daniel)?.version).toBe(2);
    expect(isMade(made)).toBe(true);
  });

  test("left, the words stay as they were and nothing is open", () => {
    const left = fold([[noor, { type: "SuggestionLeft", data: { where, suggestion: "s1" } }]], suggestion);
    expect(left.lines[0]?.text).toBe("I ask instead of looking");
    expect(left.toTalk.map((each) => each.id)).toEqual(["s1"]);
    expect(notYet(left, noor)).toBeNull();
    const takenBack = fold([[daniel, { type: "SuggestionLeft", data: { where, suggestion: "s1" } }]], suggestion);
    expect(takenBack.toTalk).toEqual([]);
  });
});

test("a suggestion to words that have moved on stays to be read, and cannot be taken as it is", () => {
  const agreement = fold([
    [noor, added(1, "l1", "One")],
    [daniel, suggested("One and a half")],
    [noor, { type: "LineChanged", data: { where, version: 2, line: "l1", lineVersion: 2, text: "Two" } }],
  ]);
  expect(agreement.suggestions.map((each) => each.text)).toEqual(["One and a half"]);
  expect(isStale(agreement, agreement.suggestions[0] as never)).toBe(true);
});

test("any change of words opens both signatures, and the signed words stay readable", () => {
  const changed = fold([
    [noor, added(1, "l1", "One")],
    [noor, { type: "AgreementNamed", data: { where, version: 2, text: "We ask" } }],
    [noor, signed(2)],
    [daniel, added(3, "l2", "Two")],
  ]);
  expect(signatureOf(changed, noor)).toBeUndefined();
  expect(olderSignatureOf(changed, noor)?.version).toBe(2);
  expect(changed.earlier).toEqual([{ version: 2, name: "We ask", lines: ["One"] }]);
});

test("a version that nobody signed is not kept as an earlier one", () => {
  const agreement = fold([
    [noor, added(1, "l1", "One")],
    [daniel, added(2, "l2", "Two")],
  ]);
  expect(agreement.earlier).toEqual([]);
});

test("a review day is no word: it opens no signature", () => {
  const agreement = fold([
    [noor, added(1, "l1", "One")],
    [noor, signed(1)],
    [daniel, { type: "ReviewDaySet", data: { where, days: 21 } }],
  ]);
  expect(agreement.days).toBe(21);
  expect(signatureOf(agreement, noor)).toBeDefined();
});

test("there is nothing to sign on an empty page", () => {
  expect(notYet(emptyAgreement, noor)).toBe("empty");
});

test("a signature is not foretold", () => {
  const agreement = fold([[noor, added(1, "l1", "One")]]);
  expect(foretell(agreement, { type: "Sign", data: { where, digest: "d" } })).toBeUndefined();
  expect(foretell(agreement, { type: "TakeBackSignature", data: { where } })).toBeUndefined();
});

test("a change to words that have moved on is not foretold", () => {
  const agreement = fold([[noor, added(1, "l1", "One")]]);
  const stale: RoomCommand = { type: "ChangeOwnLine", data: { where, line: "l1", base: 3, text: "Uno" } };
  expect(foretell(agreement, stale)).toBeUndefined();
});

test("in 3,000 random acts the version only rises, every line keeps its author, and no suggestion hangs on a line that is gone", () => {
  let seed = 5;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const ids = ["l1", "l2", "l3"];
  let agreement = emptyAgreement;
  for (let i = 0; i < 3_000; i++) {
    const by = [noor, daniel][next(2)] as Seat;
    const line = ids[next(3)] as string;
    const known = agreement.lines.find((each) => each.id === line);
    const suggestion = agreement.suggestions[0]?.id ?? "none";
    const commands: RoomCommand[] = [
      ...(known ? [] : [{ type: "AddLine" as const, data: { where, line, text: `t${i}` } }]),
      { type: "ChangeOwnLine", data: { where, line, base: known?.version ?? 1, text: `t${i}` } },
      { type: "SuggestChange", data: { where, line, base: known?.version ?? 1, suggestion: `s${i}`, text: `t${i}` } },
      { type: "TakeSuggestion", data: { where, suggestion } },
      { type: "LeaveSuggestion", data: { where, suggestion } },
      { type: "RemoveOwnLine", data: { where, line } },
      { type: "NameAgreement", data: { where, text: `n${i}` } },
    ];
    const command = commands[next(commands.length)] as RoomCommand;
    if (!known && (command.type === "SuggestChange" || command.type === "RemoveOwnLine")) {
      continue;
    }
    const before = agreement;
    const event = foretell(agreement, command);
    agreement = event ? evolve(agreement, event, { by, at }) : agreement;
    expect(agreement.version).toBeGreaterThanOrEqual(before.version);
    for (const each of agreement.lines) {
      const was = before.lines.find((one) => one.id === each.id);
      expect(was === undefined || was.by === each.by).toBe(true);
    }
    for (const each of agreement.suggestions) {
      expect(agreement.lines.some((one) => one.id === each.line)).toBe(true);
    }
  }
});
