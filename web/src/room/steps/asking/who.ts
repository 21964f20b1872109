// Who is who for a sentence: "Marta", "Daniel", and which seats can see something.
import type { Reach, Seat } from "../../../live/wire.ts";
import type { Sitting } from "../../../ui/Seats.tsx";
import type { Person } from "../props.ts";

export type Names = { readonly me: string; readonly partner: string; readonly therapist: string };

export const isPartner = (seat: Seat) => seat.startsWith("partner-");

export const partnersOf = (people: readonly Person[]) => people.filter((each) => isPartner(each.seat));

export const nameOf = (people: readonly Person[], seat: Seat | "room") =>
  people.find((each) => each.seat === seat)?.name ?? "";

export function namesFor(people: readonly Person[], me: Seat): Names {
  return {
    me: nameOf(people, me),
    partner: people.find((each) => isPartner(each.seat) && each.seat !== me)?.name ?? "",
    therapist: nameOf(people, "therapist"),
  };
}

/** Everybody as a row of seats; filled are those who can see it now. */
export function sitting(people: readonly Person[], sees: (seat: Seat) => boolean): Sitting[] {
  return people.map(({ seat, name }) => ({ seat, name, on: sees(seat) }));
}

/** Whether a seat can read a partner's answer of this reach now. */
export function canRead(seat: Seat, author: Seat, reach: Reach, sealed: boolean, atOnce: boolean): boolean {
  if (seat === author) {
    return true;
  }
  if (!sealed) {
    return false;
  }
  const therapist = !isPartner(seat);
  return reach === "room" || (therapist && (reach === "therapist" || (reach === "reveal" && atOnce)));
}
