// What the stand-in answers: the demo practice on the mockups' Thursday, 14 May, 14:05.
import type { Schemas } from "../../src/api/client.ts";

export const NOW = "2026-05-14T12:05:00Z";
const ZONE = "Europe/Berlin";
const id = (n: number) => `6b1f0c52-0000-4000-8000-${String(n).padStart(12, "0")}`;

export type Person = "marta" | "ines" | "noor" | "lena" | "jonas" | "locked" | "nobody";

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
};

export const todayEmpty: Schemas["Today"] = { now: NOW, zone: ZONE, sessions: [], couples: [], records: [] };

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
