// What the stand-in answers: the demo practice on the mockups' Thursday, 14 May, 14:05.
import type { Schemas } from "../../src/api/client.ts";

export const NOW = "2026-05-14T12:05:00Z";
const ZONE = "Europe/Berlin";
const id = (n: number) => `6b1f0c52-0000-4000-8000-${String(n).padStart(12, "0")}`;

export type Person = "marta" | "ines" | "noor" | "daniel" | "lena" | "jonas" | "locked" | "nobody";

type Session = Schemas["SessionSummary"];
type Couple = Schemas["CoupleSummary"];

function session(n: number, startsAt: string, more: Partial<Session> = {}): Session {
  return {
    id: id(1000 + n),
    roomId: id(2000 + n),
    number: n,
    startsAt,
    minutes: 50,
    state: "closed",
    place: "room",
    exercises: [],
    signed: true,
    ...more,
  };
}

function couple(n: number, a: string, b: string, more: Partial<Couple> = {}): Couple {
  return {
    id: id(n),
    name: `${a} and ${b}`,
    partners: [
      { seat: "partner-1", name: a },
      { seat: "partner-2", name: b },
    ],
    since: "2026-02-26",
    sessions: 8,
    state: "active",
    ...more,
  };
}

const sort = { id: "trust-vs-control", title: "Trust or control", minutes: 35, kinds: ["read", "sort", "talk"] };
const next = session(9, "2026-05-14T12:30:00Z", { state: "planned", minutes: 35, exercises: [sort] });
const ended = session(14, "2026-05-14T08:00:00Z", { id: id(1901), signed: false, number: 14 });
const evening = session(4, "2026-05-14T15:00:00Z", { id: id(1902), roomId: id(2902), state: "planned" });

const noorAndDaniel = couple(1, "Noor", "Daniel", { next, lastSessionAt: "2026-05-07T12:30:00Z" });
const lenaAndMarcus = couple(2, "Lena", "Marcus", {
  sessions: 10,
  since: "2026-03-05",
  lastSessionAt: "2026-05-08T07:00:00Z",
  next: session(11, "2026-05-15T07:00:00Z", { id: id(1903), roomId: id(2903), state: "planned" }),
});
const gwenAndSofia = couple(3, "Gwen", "Sofia", { next: evening, sessions: 3, lastSessionAt: "2026-04-30T15:00:00Z" });
const priyaAndSam = couple(4, "Priya", "Sam", {
  sessions: 14,
  since: "2025-11-13",
  lastSessionAt: ended.startsAt,
  next: session(15, "2026-05-21T08:00:00Z", { id: id(1904), roomId: id(2904), state: "planned" }),
});

const couples: Couple[] = [
  noorAndDaniel,
  gwenAndSofia,
  lenaAndMarcus,
  couple(5, "Theo", "Mateo", {
    lastSessionAt: "2026-05-11T14:00:00Z",
    next: session(6, "2026-05-18T14:00:00Z", { id: id(1905), roomId: id(2905), state: "planned" }),
    sessions: 5,
  }),
  couple(6, "Hanna", "Kofi", { sessions: 6, lastSessionAt: "2026-04-22T09:00:00Z" }),
  priyaAndSam,
  couple(7, "Ruth", "Ola", { sessions: 0, state: "invited" }),
];

export const today: Schemas["Today"] = {
  now: NOW,
  zone: ZONE,
  sessions: [
    { couple: priyaAndSam, session: ended },
    { couple: noorAndDaniel, session: next },
    { couple: gwenAndSofia, session: evening },
  ],
  couples,
  records: [
    { couple: priyaAndSam, session: ended },
    { couple: lenaAndMarcus, session: session(10, "2026-05-08T07:00:00Z", { signed: false }) },
  ],
  worthALook: [
    {
      couple: lenaAndMarcus.id,
      looks: [
        { rule: "unread-line", who: "partner-1", on: "2026-05-04", aside: false },
        { id: "x", rule: "both-lower", says: "Both lower for three weeks", on: "2026-05-04", aside: false },
      ],
    },
  ],
};

export const todayEmpty: Schemas["Today"] = {
  now: NOW,
  zone: ZONE,
  sessions: [],
  couples: [],
  records: [],
  worthALook: [],
};

const past: Session[] = [
  ["2026-05-07T12:30:00Z", "Open for a while"],
  ["2026-04-30T12:30:00Z", "Small steps"],
  ["2026-04-23T12:30:00Z", "My side, your side"],
  ["2026-04-09T12:30:00Z", ""],
  ["2026-04-02T12:30:00Z", "What trust gives us"],
].map(([at = "", title = ""], i) =>
  session(8 - i, at, {
    exercises: title ? [{ id: title.toLowerCase().replaceAll(" ", "-"), title, minutes: 30, kinds: [] }] : [],
  }),
);

const agreements = [
  { title: "We say when we’ll be more than 20 minutes late.", madeOn: "2026-04-02", reviewOn: "2026-05-28" },
  { title: "Phones stay in the hall after nine.", madeOn: "2026-04-16", reviewOn: "2026-06-11" },
];

const details = { secrets: "limited", ceiling: 2, zone: ZONE } as const;
export const couplesById: Record<string, Schemas["Couple"]> = {
  [noorAndDaniel.id]: {
    ...noorAndDaniel,
    ...details,
    recent: past.slice(0, 3),
    cameIn: {
      from: "2026-05-07T12:30:00Z",
      messages: 1,
      wins: 1,
      checkins: ["partner-1", "partner-2"],
      pages: ["partner-1"],
      after: ["partner-2"],
    },
    agreements,
    done: [
      { title: "My side, your side", on: "2026-04-23" },
      { title: "What trust gives us", on: "2026-04-02" },
    ],
  },
  [couples[4]?.id ?? ""]: {
    ...(couples[4] as Couple),
    ...details,
    secrets: "no-secrets",
    ceiling: 0,
    recent: [],
    agreements: [],
    done: [],
  },
};
export const sessionsById: Record<string, Session[]> = { [noorAndDaniel.id]: [next, ...past] };

const homeworkId = "6b1f0c52-0003-4000-8000-000000000003";
const homeworkRoom = "6b1f0c52-0004-4000-8000-000000000004";

export const homework: Schemas["MyHomework"] = {
  tasks: [
    {
      roomId: homeworkRoom,
      title: "What helps me feel safe",
      minutes: 15,
      together: false,
      until: "2026-05-17",
      state: "begun",
    },
    {
      roomId: "6b1f0c52-0004-4000-8000-000000000001",
      title: "A good moment this week",
      minutes: 10,
      together: true,
      state: "handed-in",
    },
  ],
  shared: [{ roomId: "6b1f0c52-0004-4000-8000-000000000005", title: "Something to try", by: "partner-2" }],
};

export const noHomework: Schemas["MyHomework"] = { tasks: [], shared: [] };

export const assignments: Schemas["Assignment"][] = [
  {
    id: homeworkId,
    title: "What helps me feel safe",
    together: false,
    until: "2026-05-17",
    opens: "in-session",
    putAway: false,
    parts: [
      { seat: "partner-1", roomId: homeworkRoom, state: "handed-in", unread: true },
      { seat: "partner-2", roomId: "6b1f0c52-0004-4000-8000-000000000005", state: "given", unread: false },
    ],
  },
];

export const review: Schemas["HomeworkReview"] = {
  assignment: assignments[0] as Schemas["Assignment"],
  digest: "0".repeat(64),
  note: "You both spoke about the phone call from the train.",
  pieces: [
    {
      roomId: homeworkRoom,
      step: "felt-safe",
      by: "partner-1",
      value: { kind: "write", text: "The call from the train." } as Schemas["Answer"],
      forAll: true,
    },
    {
      roomId: homeworkRoom,
      step: "small-thing",
      by: "partner-1",
      value: { kind: "write", text: "A word before." } as Schemas["Answer"],
      forAll: false,
    },
  ],
  comments: [{ text: "Thank you for these.", to: "partner-1" }],
};

export const homeworkExercise: Schemas["Exercise"] = {
  id: "what-helps-me-feel-safe",
  version: 1,
  language: "en",
  digest: "0".repeat(64),
  title: "What helps me feel safe",
  summary: "Three questions for you alone.",
  minutes: 15,
  steps: [
    question("felt-safe", "A time that was good", "Think of a time you felt safe with {partner}. What was happening?"),
    question("small-thing", "One small thing", "What is one small thing that would help you trust a little more?"),
  ],
};

function question(id: string, title: string, prompt: string): Schemas["Exercise"]["steps"][number] {
  const sharing = { widest: "room", narrower: ["me", "therapist"], therapistAtOnce: false };
  return { kind: "write", common: { id, title }, prompt, starters: [], max: 1000, sharing } as never;
}

export const sharedHomework: Schemas["SharedHomework"] = {
  by: "partner-2",
  digest: "0".repeat(64),
  answers: [{ step: "felt-safe", value: { kind: "write", text: "The evening on the roof." } as Schemas["Answer"] }],
};

export const unread: Schemas["UnreadHomework"][] = [
  { couple: noorAndDaniel.id, homework: homeworkId, title: "What helps me feel safe" },
];

export const home: Schemas["Home"] = {
  now: NOW,
  zone: ZONE,
  name: "Noor and Daniel",
  you: "partner-1",
  therapist: "Marta",
  members: [...noorAndDaniel.partners, { seat: "therapist", name: "Marta" }],
  ready: true,
  next,
  doorsOpenAt: "2026-05-14T12:20:00Z",
  agreements,
};

export const homeEmpty: Schemas["Home"] = {
  now: NOW,
  zone: ZONE,
  name: "Lena",
  you: "partner-1",
  therapist: "Marta",
  members: [
    { seat: "partner-1", name: "Lena" },
    { seat: "therapist", name: "Marta" },
  ],
  ready: false,
  agreements: [],
};

function exercise(name: string, more: Partial<Schemas["ExerciseSummary"]>): Schemas["ExerciseSummary"] {
  return {
    id: name.toLowerCase().replaceAll(" ", "-"),
    version: 1,
    digest: "0".repeat(64),
    title: name,
    summary: "One speaks, one listens and says back. Then you swap.",
    minutes: 25,
    themes: ["talk-openly"],
    level: 1,
    for: ["live", "together"],
    steps: [
      { id: "arrive", kind: "arrive", title: "Arrive", optional: false, minutes: 2 },
      { id: "talk", kind: "talk", title: "Speak, listen, say back", optional: false, minutes: 16 },
      { id: "ground", kind: "ground", title: "A quiet minute", optional: true, minutes: 2 },
      { id: "close", kind: "closing", title: "Closing", optional: false, minutes: 3 },
    ],
    notWhen: ["One of them is afraid of the other."],
    watchFor: ["Somebody who explains instead of saying back."],
    ...more,
  };
}

export const exercises = [
  exercise("Trust or control", {
    summary: "Sort twelve everyday moments alone, then look at both sorts together.",
    purpose: "Helps a couple see where care ends and checking begins, without deciding who is right.",
    themes: ["trust-and-control"],
    level: 2,
    minutes: 35,
    for: ["live"],
  }),
  exercise("Communicate openly", {}),
  exercise("Repair and forgive", { themes: ["repair"], level: 3, minutes: 40, for: ["live"] }),
  exercise("What trust gives us", { themes: ["what-trust-gives"], level: 0, minutes: 20 }),
  exercise("What helps me feel safe", { themes: ["talk-openly"], level: 1, minutes: 15, for: ["solo"] }),
];

export const started = session(9, NOW, { id: id(1999), roomId: id(2999), state: "planned" });

const people: Record<string, [name: string, role: Schemas["Role"]]> = {
  marta: ["Marta Keller", "therapist"],
  ines: ["Ines Okoro", "therapist"],
  noor: ["Noor Haddad", "client"],
  daniel: ["Daniel Brandt", "client"],
  lena: ["Lena Hartmann", "client"],
  jonas: ["Jonas Weiss", "practice-admin"],
};

export function sessionOf(person: string): Schemas["Session"] | undefined {
  const found = people[person];
  if (found === undefined) return undefined;
  const [name, role] = found;
  return {
    person: { id: id(Object.keys(people).indexOf(person) + 9000), name, shortName: name.split(" ")[0] ?? name },
    roles: [role],
    practice: { name: "Practice at the Old Mill" },
    language: "en",
    now: NOW,
  };
}

// Check-ins, on the Saturday after.

const SATURDAY = "2026-05-16T12:00:00Z";
const scale = (
  id: string,
  prompt: string,
  low: string,
  high: string,
  more: object = {},
): Schemas["Questions"]["items"][number] => ({ id, prompt, low, high, shareable: true, ...more });

const questions: Schemas["Questions"] = {
  language: "en",
  title: "Weekly check-in",
  intro:
    "Five short questions about this week. It takes two minutes, and you can skip any of them. Above each one it says who can see it.",
  items: [
    scale("closeness", "How close to {partner} did you feel this week?", "Far apart", "Very close"),
    scale("reliance", "How much could you rely on {partner} this week?", "Hardly at all", "Fully"),
    scale("openness", "How freely could you say what was on your mind?", "Not at all freely", "Completely freely", {
      shareable: false,
    }),
    scale("ease-apart", "When you were apart, how at ease were you about the two of you?", "Very uneasy", "At ease", {
      shareable: false,
      help: "If you were hardly apart, skip this one.",
    }),
    scale(
      "finding-back",
      "After a difficult moment, how well did you find your way back to each other?",
      "Not",
      "Well",
    ),
  ],
  line: {
    prompt: "One thing from this week that is worth saying",
    help: "It can be good, hard or quite small. {therapist} reads it before your next session, not at once.",
    max: 280,
  },
  thanks: "Thank you. That was all.",
};

export const checkin: Schemas["MyCheckin"] = {
  now: SATURDAY,
  zone: ZONE,
  you: "partner-1",
  members: home.members,
  week: "2026-05-11",
  opensAt: "2026-05-15T06:00:00Z",
  closesAt: "2026-05-18T01:00:00Z",
  open: true,
  questions,
  answers: [],
  sharing: [
    { item: "closeness", on: true, thisWeek: true, chart: true },
    { item: "reliance", on: true, thisWeek: true, chart: false },
    { item: "finding-back", on: false, thisWeek: false, chart: false },
  ],
};

const WEEKS = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2026, 1, 16 + 7 * i)).toISOString().slice(0, 10));
const chart = (one: (number | null)[], two: (number | null)[]): Schemas["Chart"] => ({
  weeks: WEEKS,
  lines: [
    { seat: "partner-1", numbers: one },
    { seat: "partner-2", numbers: two },
  ],
});
const close = chart([4, 4, 5, 3, 4, 5, 5, 6, 5, 6, 7, 6], [5, 5, 4, 4, 5, 4, 5, 5, 6, 6, 6, 7]);
const apart = chart([4, 4, null, 3, 4, 5, null, 6, 5, 6, 7, 6], [5, 5, 4, null, null, 4, 5, 5, 6, 6, 6, 7]);
const sessionDays = ["2026-02-26", "2026-03-12", "2026-03-26", "2026-04-02", "2026-04-09", "2026-04-23", "2026-04-30"];

export const charts: Schemas["MyCharts"] = {
  now: SATURDAY,
  zone: ZONE,
  you: "partner-1",
  members: home.members,
  items: [
    { id: "closeness", on: true, chart: close },
    { id: "reliance", on: true, chart: apart },
    { id: "finding-back", on: false },
  ],
  sessions: sessionDays,
};

const letterOfMay =
  "In March you told each other about a change of plans after it happened. Now you mostly say it before. That is not a small thing. Keep the promises small enough to keep.";

export const progress: Schemas["Progress"] = {
  now: SATURDAY,
  zone: ZONE,
  you: "partner-1",
  members: home.members,
  open: true,
  letters: [
    { id: "6b1f0c52-0005-4000-8000-000000000001", at: "2026-05-12T15:10:00Z", text: letterOfMay },
    {
      id: "6b1f0c52-0005-4000-8000-000000000002",
      at: "2026-04-09T15:10:00Z",
      text: "You came with a full week behind you and still took the time to listen twice. I noticed the pause before the answer. It is new.",
    },
  ],
  wins: [
    {
      id: "6b1f0c52-0005-4000-8000-000000000011",
      by: "partner-2",
      at: "2026-05-09T19:30:00Z",
      text: "Noor wrote “running late, 20 min” and I noticed I didn’t check.",
      yours: false,
    },
    {
      id: "6b1f0c52-0005-4000-8000-000000000012",
      by: "partner-1",
      at: "2026-05-03T19:30:00Z",
      text: "He told me about the dinner before I asked.",
      yours: true,
    },
    {
      id: "6b1f0c52-0005-4000-8000-000000000013",
      by: "partner-1",
      at: "2026-04-26T19:30:00Z",
      text: "We laughed on Sunday. Properly.",
      yours: true,
    },
  ],
  learned: [
    {
      roomId: "6b1f0c52-0000-4000-8000-000000002001",
      id: "6b1f0c52-0005-4000-8000-000000000021",
      on: "2026-04-23",
      text: "Either of us may say: later, tonight at nine.",
    },
  ],
  done: [
    { title: "A good moment this week", on: "2026-05-02", inSession: false },
    { title: "My side, your side", on: "2026-04-23", inSession: true },
    { title: "Talk openly", on: "2026-03-26", inSession: true },
  ],
  sessions: sessionDays.toReversed(),
};

export const progressNone: Schemas["Progress"] = {
  ...progress,
  letters: [],
  wins: [],
  learned: [],
  done: [],
  sessions: [],
};

export const coupleProgress: Schemas["Progress"] = {
  ...progress,
  you: "therapist",
  wins: progress.wins.map((win) => ({ ...win, yours: false })),
};

export const letterDraft: Schemas["LetterDraft"] = { text: letterOfMay, version: 3 };

export const chartsNone: Schemas["MyCharts"] = { ...charts, items: charts.items.map(({ id }) => ({ id, on: false })) };

export const homeSaturday: Schemas["Home"] = {
  ...home,
  now: SATURDAY,
  checkin: { begun: false, through: false, closesAt: checkin.closesAt },
  afterSession: id(2001),
};

const afterQuestions: Schemas["Questions"] = {
  language: "en",
  title: "How was it for you?",
  intro: "Only {therapist} sees this, {partner} never does.",
  items: [
    scale("heard", "How well did you feel heard today?", "Hardly", "Fully", { shareable: false }),
    scale("mattered", "How much was today about what matters to you?", "Hardly", "Fully", { shareable: false }),
    scale("pace", "How well did the pace suit you?", "Not at all", "Very well", { shareable: false }),
    scale("come-back", "How much would you like to go on like this?", "Rather not", "Very much", { shareable: false }),
  ],
  thanks: "Thank you. That was all.",
};

export const scales: Schemas["SessionScales"] = {
  you: "partner-1",
  members: home.members,
  open: true,
  questions: afterQuestions,
  answers: { heard: 8 },
};

export const checkins: Schemas["CaseCheckins"] = {
  now: NOW,
  zone: ZONE,
  partners: noorAndDaniel.partners,
  questions,
  charts: questions.items.map((item, i) => ({ id: item.id, chart: i % 2 === 0 ? close : apart })),
  sessions: sessionDays,
  looks: [
    { rule: "unread-line", who: "partner-1", on: "2026-05-04", aside: false },
    {
      id: "both-lower.2026-05-04",
      rule: "both-lower",
      says: "Both lower for three weeks",
      on: "2026-05-04",
      aside: false,
    },
    {
      id: "one-item.2026-04-20.partner-2.openness",
      rule: "one-item",
      says: "One answer far lower than usual",
      who: "partner-2",
      item: "openness",
      on: "2026-04-20",
      aside: true,
      note: "He told of the argument in the session.",
    },
  ],
  lines: [
    { by: "partner-1", week: "2026-05-04", text: "We laughed on Sunday. Properly.", read: false },
    { by: "partner-2", week: "2026-04-27", text: "I did not check once.", read: true },
  ],
  afterQuestions,
  after: [
    {
      number: 8,
      on: "2026-05-07",
      answers: { "partner-1": { heard: 8, mattered: 7, pace: 6, "come-back": 9 }, "partner-2": { heard: 7, pace: 4 } },
    },
  ],
};
const PLACES = [...noorAndDaniel.partners, { seat: "therapist", name: "Marta" }];
const told: Schemas["MessageThread"] = {
  thread: "partner-1",
  open: true,
  messages: [
    {
      id: id(5001),
      by: "partner-1",
      at: "2026-05-11T19:10:00Z",
      text: "I did not say it in the session: the evening apart was harder than I made it sound.",
    },
    {
      id: id(5002),
      by: "therapist",
      at: "2026-05-12T07:40:00Z",
      text: "Thank you for writing it down. You can bring it in on Thursday, in your words and at your pace. I will not start with it.",
    },
  ],
};
const ofAll: Schemas["MessageThread"] = {
  thread: "all",
  open: true,
  messages: [
    {
      id: id(5003),
      by: "therapist",
      at: "2026-05-07T16:00:00Z",
      text: "The reading from today is under Homework. Nothing has to be done with it.",
    },
    {
      id: id(5004),
      by: "partner-2",
      at: "2026-05-08T18:12:00Z",
      text: "We said the late message out loud twice this week.",
    },
    { id: id(5005), by: "partner-1", at: "2026-05-10T09:30:00Z", text: "And once we laughed about it." },
  ],
};
export const mine: Schemas["MyThreads"] = {
  you: "partner-1",
  members: PLACES,
  secrets: "limited",
  zone: ZONE,
  now: NOW,
  reads: ["tuesday", "thursday"],
  threads: [told, ofAll],
};
/** Lena's couple has no secrets here, and so one thread. */
export const mineOfAll: Schemas["MyThreads"] = { ...mine, secrets: "no-secrets", reads: [], threads: [ofAll] };
export const threads: Schemas["Threads"] = {
  now: NOW,
  reads: ["tuesday", "thursday"],
  threads: [
    { ...told, unseen: 1 },
    { thread: "partner-2", open: true, messages: [], unseen: 0 },
    { ...ofAll, unseen: 0 },
  ],
};
export const sharedPages: Schemas["SharedPage"][] = [
  {
    id: id(5101),
    by: "partner-1",
    text: "I noticed that I wait for the message before I allow myself to be calm. Today I was calm before it came.",
    at: "2026-05-10T20:00:00Z",
    sharedAt: "2026-05-11T06:00:00Z",
  },
];
export const journal: Schemas["Journal"] = {
  now: NOW,
  zone: ZONE,
  shareWith: "Marta",
  pages: [
    {
      id: id(5102),
      text: "Nothing big today. We cooked, and I did not look at the clock.",
      at: "2026-05-12T20:00:00Z",
      version: 3,
    },
    {
      id: id(5101),
      text: "I noticed that I wait for the message before I allow myself to be calm. Today I was calm before it came.",
      at: "2026-05-10T20:00:00Z",
      version: 1,
      sharedAt: "2026-05-11T06:00:00Z",
    },
  ],
};
export const journalEmpty: Schemas["Journal"] = { now: NOW, zone: ZONE, pages: [] };
export const notes: Schemas["Note"][] = [
  {
    id: id(5201),
    text: "Three of four promises kept each. They laughed about the fourth.",
    at: "2026-04-30T13:50:00Z",
    version: 1,
  },
  {
    id: id(5202),
    text: "Daniel named the worry under the checking: being the last to know. Noor could hear it. Asked for words she can use when she needs an evening alone.",
    at: "2026-05-07T13:45:00Z",
    version: 2,
  },
  {
    id: id(5203),
    text: "For today: start slowly. Ask what the small promises were like to receive, not only to keep.",
    at: "2026-05-14T11:20:00Z",
    version: 1,
  },
];

const facts: Schemas["RecordFacts"] = {
  startsAt: "2026-05-07T12:30:00Z",
  endedAt: "2026-05-07T13:34:00Z",
  place: "room",
  present: [...noorAndDaniel.partners, { seat: "therapist", name: "Marta" }],
  exercises: [
    {
      title: "Trust or control",
      version: 1,
      minutes: 35,
      steps: ["Arrive", "Read together", "Sort on your own", "See both sorts", "Talk about one card", "One small step"],
      opened: [{ title: "Sort on your own", kind: "sort", cards: 11 }],
      closed: [],
      chosen: ["Checking where the other is"],
      saidBack: ["When plans change and you hear it last, it feels as if you don’t count."],
      agreements: [
        {
          title: "I ask instead of looking",
          version: 2,
          signedBy: ["partner-1", "partner-2"],
          reviewOn: "2026-05-28",
        },
      ],
    },
  ],
};
/** By the session: the eighth is signed and was added to, the seventh is not signed yet. */
export const records: Record<string, Schemas["Record"]> = {
  [past[0]?.id ?? ""]: {
    number: 8,
    zone: ZONE,
    facts,
    text: "Both stayed with one card. The worry under the checking was named and heard. They leave with one small step each.",
    version: 4,
    mayWrite: true,
    signed: { by: "Marta Keller", at: "2026-05-07T13:51:00Z", digest: "3f".repeat(32) },
    additions: [
      {
        id: id(5301),
        by: "Marta Keller",
        at: "2026-05-12T08:00:00Z",
        text: "The day to look at the agreement again was moved to 28 May.",
      },
    ],
  },
  [past[1]?.id ?? ""]: {
    number: 7,
    zone: ZONE,
    facts: { ...facts, startsAt: "2026-04-30T12:30:00Z", endedAt: "2026-04-30T13:32:00Z" },
    text: "Both stayed with one card.",
    version: 1,
    mayWrite: true,
    additions: [],
  },
};

type Agreement = Schemas["AgreementPage"];
const agreementId = (n: number) => `6b1f0c52-0005-4000-8000-${String(n).padStart(12, "0")}`;
const bothSigned = (on: string) => [
  { seat: "partner-1" as const, on },
  { seat: "partner-2" as const, on },
];
const MONDAYS = ["2026-03-30", "2026-04-06", "2026-04-13", "2026-04-20", "2026-04-27", "2026-05-04"];
const marked = (...marks: Agreement["weeks"][number]["mark"][]) =>
  marks.map((mark, i) => ({ week: MONDAYS[MONDAYS.length - marks.length + i] ?? "", mark }));

function agreement(n: number, title: string, lines: string[], on: string, more: Partial<Agreement> = {}): Agreement {
  return {
    id: agreementId(n),
    state: "in-force",
    title,
    textOpen: false,
    lines: lines.map((text, i) => ({ id: agreementId(100 * n + i), by: "partner-1", text })),
    suggestions: [],
    signed: bothSigned(on),
    versions: [{ name: title, lines, signed: bothSigned(on), on }],
    weeks: [],
    reviews: [],
    singles: [],
    ...more,
  };
}

const LATE = [
  "Whoever is late writes one line before the time has passed.",
  "The other answers with “thanks” and does not ask why at once.",
  "If it was forgotten, we say so the same evening.",
];
const late = agreement(1, "We say when we’ll be more than 20 minutes late.", LATE, "2026-04-02", {
  versions: [
    {
      name: "We say when we’ll be more than 20 minutes late.",
      lines: ["Whoever is late writes one line.", ...LATE.slice(1)],
      signed: bothSigned("2026-03-12"),
      on: "2026-03-12",
    },
    {
      name: "We say when we’ll be more than 20 minutes late.",
      lines: LATE,
      signed: bothSigned("2026-04-02"),
      on: "2026-04-02",
    },
  ],
  weeks: marked("kept", "kept", "talked-about", "kept", "kept", "kept"),
  mark: "kept",
  lookOn: "2026-05-28",
});
const phones = agreement(
  2,
  "Phones stay in the hall after nine.",
  ["After nine our phones lie in the hall, each with its own code."],
  "2026-04-09",
  { weeks: marked("talked-about", "kept", "talked-about", "kept"), lookOn: "2026-05-14" },
);
const asking = agreement(3, "We ask before we look", ["Before one of us looks, we ask."], "2026-04-30", {
  textOpen: true,
  signed: [],
  suggestions: [{ by: "partner-2", line: agreementId(300), text: "Before one of us looks, we ask, and say why." }],
  versions: [
    { name: "We ask before we look", lines: ["We ask."], signed: bothSigned("2026-04-23"), on: "2026-04-23" },
    { name: "We ask before we look", lines: ["We ask first."], signed: bothSigned("2026-04-30"), on: "2026-04-30" },
  ],
  mark: "kept",
});
const sundays = agreement(
  4,
  "Sunday mornings belong to us.",
  ["Sunday mornings belong to us, without plans for others."],
  "2026-03-12",
  { state: "ended", endedOn: "2026-05-04" },
);

export const myAgreements: Schemas["Agreements"] = {
  you: "partner-1",
  members: [
    { seat: "partner-1", name: "Noor" },
    { seat: "partner-2", name: "Daniel" },
    { seat: "therapist", name: "Marta" },
  ],
  secrets: "limited",
  zone: ZONE,
  today: "2026-05-14",
  week: "2026-05-11",
  agreements: [late, phones, asking, sundays],
};

export const noAgreements: Schemas["Agreements"] = { ...myAgreements, agreements: [] };

export const agreementsOfCouple: Schemas["Agreements"] = {
  ...myAgreements,
  you: "therapist",
  agreements: [
    {
      ...late,
      singles: late.weeks.flatMap(({ week, mark }) => [
        { week, seat: "partner-1" as const, mark },
        { week, seat: "partner-2" as const, mark },
      ]),
    },
    { ...phones, singles: [{ week: "2026-05-11", seat: "partner-2", mark: "not-come-up" }] },
    asking,
    sundays,
  ],
};

const draftForm = {
  format: "accord.exercise.1",
  id: "own",
  version: 1,
  language: "en",
  title: "What I need to know, what I want to know",
  summary: "Each tells apart what they need to know to feel safe, and what they are only curious about.",
  minutes: 12,
  for: ["live"],
  themes: ["trust-and-control"],
  safety: { level: 2, not_when: ["One partner is afraid of the other. Speak with each alone first."] },
  steps: [
    {
      id: "need",
      kind: "sort",
      title: "Need or want",
      minutes: 7,
      prompt: "Which of these do you need to know, and which would you only like to know?",
      piles: [
        { id: "need", text: "I need to know" },
        { id: "want", text: "I would like to" },
      ],
      cards: ["When you come home", "Who you were with", "What you told a friend", "What you spend"].map((text, i) => ({
        id: `card-${i}`,
        text,
      })),
      audience: "reveal",
      may_narrow_to: ["me", "therapist"],
    },
    { id: "both", kind: "reveal", title: "See both", minutes: 5, of: ["need"], view: "compare" },
  ],
};

export const exerciseDraft = {
  id: id(9001),
  version: 3,
  changedAt: NOW,
  text: "title: Mended\n",
  form: draftForm,
  mistakes: [
    { line: 1, path: "", words: "The field purpose is missing." },
    { line: 30, path: "/steps", words: "There must be one closing." },
    { line: 44, path: "/steps/1", words: "The field prompt is missing." },
  ],
};

/** One that no form can hold. */
export const brokenDraft = {
  id: id(9002),
  version: 1,
  changedAt: NOW,
  text: 'format: accord.exercise.1\ntitle: "Repair\nsteps: []\n',
  mistakes: [{ line: 2, path: "", words: "This is no YAML: found unexpected end of stream." }],
};

export const exerciseDrafts: Schemas["ExerciseDraftLine"][] = [
  {
    id: exerciseDraft.id,
    title: draftForm.title,
    summary: draftForm.summary,
    themes: draftForm.themes,
    changedAt: NOW,
    changed: true,
  },
];

// Questionnaires: one of Accord's own in use, one whose permission nobody has confirmed.
const often = ["Never", "Seldom", "Sometimes", "Often", "Nearly every day"].map((text, value) => ({ value, text }));
const everyday = [
  ["mornings", "A morning together began calmly."],
  ["chores", "I knew who would take care of what at home."],
  ["hurry", "We talked about something important in a hurry."],
  ["laughing", "Something made both of us laugh."],
  ["own-time", "I had an hour that was my own."],
] as const;
const everydayItems = everyday.map(([item, text]) => ({ id: item, text, answers: often }));
const EXAMPLE = "Accord, an example of its own; not studied";
const PAPER = "Funk & Rogge 2007, J Fam Psychol 21:572-583";
const EVERYDAY = "Five questions about everyday life";

export const instruments: Schemas["InstrumentSummary"][] = [
  { id: id(9001), name: EVERYDAY, version: 1, language: "en", items: 5, mayBeShown: true, state: "in-use" },
  {
    id: id(9002),
    name: "Relationship questionnaire, 16 items",
    version: 1,
    language: "en",
    items: 16,
    mayBeShown: false,
    state: "draft",
  },
];

export const instrument: Schemas["InstrumentPage"] = {
  id: id(9002),
  state: "draft",
  importedOn: "2026-05-14",
  says: {
    id: "relationship-questionnaire",
    version: 1,
    language: "en",
    name: "Relationship questionnaire, 16 items",
    holder: "The authors of the questionnaire",
    permission: "Asked for in writing; no answer yet",
    source: PAPER,
    instructions: "(the introduction stands here as it is)",
    mayBeShown: false,
    items: Array.from({ length: 16 }, (_, i) => ({
      id: `item-${i + 1}`,
      text: "(the words of the item stand here as they are)",
      reverse: false,
      answers: often,
    })),
    score: {
      method: "sum",
      higherIsBetter: true,
      range: { min: 0, max: 81 },
      minAnswered: 16,
      missing: "refuse",
      subscales: [],
    },
    cutOff: { value: 51.5, side: "below", source: PAPER },
    reliableChange: { source: "" },
  },
};

export const instrumentMistakes: Schemas["InstrumentImport"] = {
  mistakes: [
    { line: 34, path: "/items/2/answers", words: "This file has no answers called seldom." },
    { line: 38, path: "/score/range", words: "The items give 0 to 14, not 0 to 15." },
    {
      line: 49,
      path: "/reliable_change/source",
      words: "Reliable change has a number but no source. Add the source, or null: then the page makes no statement.",
    },
  ],
};

const measured = { range: { min: 0, max: 69 }, higherIsBetter: true, source: "A publication", answered: 14, items: 14 };
const cutOff: Schemas["CutOff"] = { value: 47, side: "at-or-below", source: "Another publication" };
const questionnaireRound = (
  n: number,
  more: Partial<Schemas["QuestionnaireRound"]>,
): Schemas["QuestionnaireRound"] => ({
  id: id(9100 + n),
  of: "partner-1",
  name: "A questionnaire with 14 items",
  version: 1,
  askedOn: "2026-05-08",
  state: "asked",
  mayBeShown: true,
  shown: false,
  ...more,
});

export const rounds: Schemas["CaseQuestionnaires"] = {
  partners: noorAndDaniel.partners,
  choices: instruments.slice(0, 1),
  rounds: [
    questionnaireRound(1, {
      state: "handed-in",
      handedInOn: "2026-05-09",
      result: {
        ...measured,
        score: 54,
        parts: [],
        cutOff,
        beyond: false,
        since: {
          on: "2026-03-28",
          by: 12,
          crossed: true,
          changed: true,
          points: 12,
          pointsSource: "Another publication",
        },
      },
    }),
    questionnaireRound(2, {
      askedOn: "2026-03-27",
      state: "handed-in",
      handedInOn: "2026-03-28",
      shown: true,
      result: { ...measured, score: 42, parts: [], cutOff, beyond: true },
    }),
    questionnaireRound(3, { of: "partner-2" }),
    questionnaireRound(4, {
      of: "partner-2",
      name: EVERYDAY,
      askedOn: "2026-03-27",
      state: "handed-in",
      handedInOn: "2026-03-29",
      result: {
        ...measured,
        range: { min: 0, max: 20 },
        source: EXAMPLE,
        answered: 4,
        items: 5,
        score: 12.5,
        parts: [],
        cutOff: { side: "below", source: "" },
      },
    }),
  ],
};

export const myQuestionnaires: Schemas["MyQuestionnaireLine"][] = [
  { id: id(9201), name: EVERYDAY, begun: true, shown: false },
];

const mineAsked: Schemas["MyQuestionnaire"] = {
  id: id(9201),
  you: "partner-1",
  members: [...noorAndDaniel.partners, { seat: "therapist", name: "Marta" }],
  name: EVERYDAY,
  instructions: "Think of the last two weeks. There is no right answer; choose what comes closest.",
  items: everydayItems,
  minAnswered: 4,
  answers: [
    { item: "mornings", value: 2 },
    { item: "chores", value: 3 },
  ],
  state: "asked",
  open: true,
};

/** By id: one that goes on at its third question, one to begin, one that is shown. */
export const questionnaires: Record<string, Schemas["MyQuestionnaire"]> = {
  [id(9201)]: mineAsked,
  [id(9202)]: { ...mineAsked, id: id(9202), answers: [] },
  [id(9203)]: {
    ...mineAsked,
    id: id(9203),
    answers: everyday.map(([item], i) => ({ item, value: i % 4 })),
    state: "handed-in",
    open: false,
    shown: { score: 12, range: { min: 0, max: 20 }, higherIsBetter: true, source: EXAMPLE },
  },
};
