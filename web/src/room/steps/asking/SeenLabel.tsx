import { type Key, rich, t } from "../../../i18n/t.ts";
import type { Reach, Seat } from "../../../live/wire.ts";
import { Seen } from "../../../ui/Seen.tsx";
import type { Days, Person } from "../props.ts";
import { canRead, namesFor, sitting } from "./who.ts";

const BEFORE = {
  me: "asking.seen.me",
  therapist: "asking.seen.therapist",
  reveal: "asking.seen.reveal",
  room: "asking.seen.room",
} as const satisfies Record<Reach, Key>;
const SEALED = {
  me: "asking.seen.me",
  therapist: "asking.seen.therapistDone",
  reveal: "asking.seen.reveal",
  room: "asking.seen.roomDone",
} as const satisfies Record<Reach, Key>;

const OVER_DAYS = {
  me: "asking.days.me",
  therapist: "asking.days.therapist",
  reveal: "asking.days.reveal",
  room: "asking.days.room",
} as const satisfies Record<Reach, Key>;

type Words =
  | (typeof OVER_DAYS)[Reach]
  | "asking.days.both"
  | (typeof BEFORE)[Reach]
  | (typeof SEALED)[Reach]
  | "asking.seen.revealSorts"
  | "asking.seen.atOnce"
  | "asking.seen.atOnceDone";

type Props = {
  id: string;
  people: readonly Person[];
  me: Seat;
  reach: Reach;
  sealed: boolean;
  atOnce: boolean;
  sorts?: boolean;
  days: Days;
};

/** Which sentence says who can see an answer; also part of what its author had before the eyes when sealing. */
export function seenKey({
  reach,
  sealed,
  atOnce,
  sorts,
  days,
}: Pick<Props, "reach" | "sealed" | "atOnce" | "sorts" | "days">): Words {
  if (days) {
    return days === "together" && reach === "room" ? "asking.days.both" : OVER_DAYS[reach];
  }
  if (reach === "reveal" && atOnce) {
    return sealed ? "asking.seen.atOnceDone" : "asking.seen.atOnce";
  }
  if (reach === "reveal" && sorts) {
    return "asking.seen.revealSorts";
  }
  return (sealed ? SEALED : BEFORE)[reach];
}

export function seenText(props: Omit<Props, "id">): string {
  return t(seenKey(props), namesFor(props.people, props.me));
}

/** Who can see this answer, before the first letter and after sealing. */
export function SeenLabel(props: Props) {
  const { id, people, me, reach, sealed, atOnce, days } = props;
  // Over days the marks say who may read it once it is handed in: that is what the author chooses.
  const handedIn = sealed || (days !== null && reach !== "reveal");
  return (
    <Seen
      id={id}
      people={sitting(people, (seat) => canRead(seat, me, reach, handedIn, atOnce))}
      spoken={seenText(props)}
    >
      {rich(seenKey(props), { b: (inner) => <b>{inner}</b> }, namesFor(people, me))}
    </Seen>
  );
}
