// What has happened before the harness opens: one scene for each state that is looked at beside a mockup.
import type { Answer, Pile, RoomEvent, Seat } from "../../src/live/wire.ts";

export type Scene = {
  exercise: string;
  step: string;
  me: Seat;
  told: [Seat | "room", RoomEvent][];
  signal?: { from: Seat; data: unknown };
};

const noor: Seat = "partner-1";
const daniel: Seat = "partner-2";
const marta: Seat = "therapist";
const at = (step: string) => ({ run: 1, step, round: 1 });

const cards = {
  trust: ["asking-evening", "saying-late", "old-friendship"],
  "not-sure": ["calendars", "phone-code"],
  control: ["reading-messages", "looking-bag", "asking-who"],
};
const placed: [Seat, RoomEvent][] = Object.entries(cards).flatMap(([pile, all]) =>
  all.map((card, place): [Seat, RoomEvent] => [
    noor,
    { type: "CardPlaced", data: { where: at("sort"), card, pile, place, text: null } },
  ]),
);
const sorted = (piles: Record<string, string[]>): Answer => ({
  kind: "sort",
  piles: Object.entries(piles).map(([pile, all]): Pile => ({ pile, cards: all })),
  own: [],
});
const sealed = (step: string, seat: Seat, value: Answer): [Seat, RoomEvent][] => [
  [seat, { type: "AnswerSealed", data: { where: at(step), answer: "a0", reach: "reveal", value, shown: "" } }],
  [seat, { type: "WorkFinished", data: { where: at(step), seat } }],
];
const progress = (seat: Seat, done: number): [Seat, RoomEvent] => [
  seat,
  { type: "ProgressMade", data: { where: at("sort"), seat, done, of: 12 } },
];
const finished = (step: string, seat: Seat): [Seat, RoomEvent] => [
  seat,
  { type: "WorkFinished", data: { where: at(step), seat } },
];
const openable: ["room", RoomEvent] = [
  "room",
  { type: "OpenableChanged", data: { where: at("both-sorts"), openable: true } },
];

const noors = {
  trust: ["asking-evening", "saying-late", "old-friendship", "before-inviting", "evening-apart"],
  "not-sure": ["calendars", "saying-no", "phone-code"],
  control: ["reading-messages", "looking-bag", "checking-where", "asking-who"],
};
const daniels = {
  trust: ["asking-evening", "saying-late", "old-friendship", "before-inviting", "checking-where", "phone-code"],
  "not-sure": ["calendars", "saying-no", "asking-who", "evening-apart"],
  control: ["reading-messages", "looking-bag"],
};
const revealed: [Seat | "room", RoomEvent][] = [
  [
    "room",
    {
      type: "Revealed",
      data: {
        where: at("both-sorts"),
        opened: [
          {
            step: "sort",
            answers: [
              { seat: noor, value: sorted(noors) },
              { seat: daniel, value: sorted(daniels) },
            ],
          },
        ],
        closed: [],
      },
    },
  ],
  [daniel, { type: "TalkMarked", data: { where: at("both-sorts"), row: "checking-where", on: true } }],
  [noor, { type: "TalkMarked", data: { where: at("both-sorts"), row: "asking-who", on: true } }],
  [marta, { type: "RowChosen", data: { where: at("both-sorts"), row: "checking-where" } }],
];
const closed: [Seat | "room", RoomEvent][] = [
  ...sealed("sort", noor, sorted(noors)),
  ["room", { type: "StepLeftClosed", data: { where: at("both-sorts"), steps: ["sort"] } }],
];

const turn: [Seat | "room", RoomEvent] = [
  marta,
  { type: "TurnGiven", data: { where: at("talk"), turn: 1, speaker: noor, listener: daniel } },
];
const kept: [Seat, RoomEvent] = [
  daniel,
  { type: "WordsKept", data: { where: at("talk"), text: "hearing it last\na short message before it’s decided" } },
];
const spoken: [Seat, RoomEvent] = [noor, { type: "SpokenToEnd", data: { where: at("talk"), turn: 1 } }];
const saidBack: [Seat, RoomEvent] = [
  daniel,
  {
    type: "SaidBack",
    data: {
      where: at("talk"),
      turn: 1,
      attempt: 1,
      text: "When plans change and you hear it last, it feels as if you don’t count. You would like a short message before it’s decided.",
    },
  },
];
const notQuite: [Seat, RoomEvent] = [
  noor,
  { type: "NotQuiteSaid", data: { where: at("talk"), turn: 1, text: "Not angry. Alone." } },
];

const small = at("small-step");
const line = (version: number, id: string, text: string): RoomEvent => ({
  type: "LineAdded",
  data: { where: small, version, line: id, text },
});
const agreement: [Seat | "room", RoomEvent][] = [
  [noor, line(1, "l1", "Our phones are our own. If one of us feels worried, we say so and ask.")],
  [daniel, line(2, "l2", "When we are asked, we answer within the same evening.")],
  [noor, { type: "AgreementSigned", data: { where: small, version: 2, digest: "d" } }],
  [noor, line(3, "l3", "We do not read messages, look in bags or check where the other is without asking first.")],
];
const suggestion: [Seat, RoomEvent] = [
  daniel,
  {
    type: "ChangeSuggested",
    data: {
      where: small,
      line: "l1",
      lineVersion: 1,
      suggestion: "s1",
      text: "Our phones are our own. If one of us feels worried, we say so and ask openly.",
    },
  },
];
const made: [Seat | "room", RoomEvent][] = [
  ...agreement,
  [noor, { type: "AgreementSigned", data: { where: small, version: 3, digest: "d" } }],
  [daniel, { type: "AgreementSigned", data: { where: small, version: 3, digest: "d" } }],
  ["room", { type: "AgreementMade", data: { where: small, version: 3, reviewOn: "2026-06-11" } }],
];
const typing = {
  from: daniel,
  data: {
    kind: "typing",
    step: "small-step",
    field: "l2",
    text: "When we are asked, we answer within the same evening, or say when we can.",
    caret: 72,
  },
};
const trust = (step: string, me: Seat, told: Scene["told"] = []): Scene => ({
  exercise: "trust-vs-control",
  step,
  me,
  told,
});
const open = (step: string, me: Seat, told: Scene["told"] = []): Scene => ({
  exercise: "communicate-openly",
  step,
  me,
  told,
});
const bothSides: Scene["told"] = [
  [
    "room",
    {
      type: "Revealed",
      data: {
        where: at("both-sides"),
        opened: [
          {
            step: "i-keep",
            answers: [
              { seat: noor, value: { kind: "choose", options: ["be-there", "own-mistakes"], own: "I ask twice" } },
              { seat: daniel, value: { kind: "choose", options: ["money", "stand-by"] } },
            ],
          },
        ],
        closed: ["i-slip"],
      },
    },
  ],
];

export const scenes: Record<string, Scene> = {
  ground: trust("arrive", noor),
  "ground-t": trust("arrive", marta),
  read: trust("read", noor),
  "read-t": trust("read", marta),
  "sort-fresh": trust("sort", noor),
  sort: trust("sort", noor, placed),
  "sort-sealed": trust("sort", noor, [...placed, ...sealed("sort", noor, sorted(cards))]),
  "sort-t": trust("sort", marta, [progress(noor, 12), finished("sort", noor), progress(daniel, 8)]),
  "sort-t-sealed": trust("sort", marta, [
    progress(noor, 12),
    finished("sort", noor),
    progress(daniel, 11),
    finished("sort", daniel),
    openable,
  ]),
  "sort-own": { exercise: "small-steps", step: "ladder", me: noor, told: [] },
  "reveal-before-t": trust("both-sorts", marta, [finished("sort", noor), finished("sort", daniel), openable]),
  "reveal-waiting": trust("both-sorts", noor),
  reveal: trust("both-sorts", noor, revealed),
  "reveal-t": trust("both-sorts", marta, revealed),
  sides: { exercise: "being-trustworthy", step: "both-sides", me: noor, told: bothSides },
  "sides-t": { exercise: "being-trustworthy", step: "both-sides", me: marta, told: bothSides },
  closed: trust("sort", noor, closed),
  "closed-t": trust("sort", marta, [finished("sort", noor), finished("sort", daniel), ...closed.slice(2)]),
  write: open("my-words", noor),
  "write-room": open("thank", daniel),
  "write-t": open("my-words", marta, [finished("my-words", noor)]),
  scale: { exercise: "after-a-conflict", step: "", me: noor, told: [] },
  "scale-t": { exercise: "after-a-conflict", step: "", me: marta, told: [] },
  choose: { exercise: "being-trustworthy", step: "i-keep", me: noor, told: [] },
  "choose-t": { exercise: "being-trustworthy", step: "i-keep", me: marta, told: [finished("i-keep", noor)] },
  "talk-before": open("talk", daniel),
  "talk-t-before": open("talk", marta),
  "talk-listen": open("talk", daniel, [turn, kept]),
  "talk-speak": open("talk", noor, [turn]),
  "talk-back": open("talk", daniel, [turn, kept, spoken]),
  "talk-again": open("talk", daniel, [turn, kept, spoken, saidBack, notQuite]),
  "talk-confirm": open("talk", noor, [turn, spoken, saidBack]),
  "talk-t": open("talk", marta, [turn, spoken, saidBack, notQuite]),
  "agree-empty": trust("small-step", noor),
  agree: { ...trust("small-step", noor, [...agreement, suggestion]), signal: typing },
  "agree-made": trust("small-step", daniel, made),
  "agree-t": trust("small-step", marta, [...agreement, suggestion]),
  closing: trust("closing", noor),
  "closing-lines": trust("closing", noor, [
    ...sealed("closing", noor, { kind: "closing", number: 7, word: "lighter" }).slice(0, 0),
    [
      noor,
      {
        type: "AnswerSealed",
        data: {
          where: at("closing"),
          answer: "a0",
          reach: "therapist",
          value: { kind: "closing", number: 7, word: "lighter" },
          shown: "",
        },
      },
    ],
    finished("closing", noor),
    [daniel, { type: "LineOffered", data: { where: at("closing"), line: "k1", text: "Asking is not accusing" } }],
  ]),
  "closing-t": trust("closing", marta, [
    [
      noor,
      {
        type: "AnswerSealed",
        data: {
          where: at("closing"),
          answer: "a0",
          reach: "therapist",
          value: { kind: "closing", number: 7, word: "lighter" },
          shown: "",
        },
      },
    ],
    finished("closing", noor),
    [daniel, { type: "LineOffered", data: { where: at("closing"), line: "k1", text: "Asking is not accusing" } }],
  ]),
};
