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
