import type { Seat } from "../live/wire.ts";
import type { Names } from "./exercise.ts";
import type { Person } from "./steps/props.ts";

export const isPartner = (seat: Seat) => seat.startsWith("partner-");
export const partnersOf = (people: readonly Person[]) => people.filter((each) => isPartner(each.seat));
export const personAt = (people: readonly Person[], seat: Seat | "room") => people.find((each) => each.seat === seat);
export const nameOf = (people: readonly Person[], seat: Seat | "room") => personAt(people, seat)?.name ?? "";
export const therapistOf = (people: readonly Person[]) => people.find((each) => each.seat === "therapist");

/** The first names in a text's places. To the therapist the partner is either, so both are named. */
export function namesOf(people: readonly Person[], me: Seat): Names {
  const others = partnersOf(people).filter((each) => each.seat !== me);
  return {
    me: nameOf(people, me),
    partner: others.map((each) => each.name).join(" / "),
    therapist: therapistOf(people)?.name ?? "",
  };
}
