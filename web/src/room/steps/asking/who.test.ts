import { expect, test } from "vitest";
import { canRead, namesFor, sitting } from "./who.ts";

const people = [
  { seat: "partner-1" as const, name: "Noor", here: true },
  { seat: "partner-2" as const, name: "Daniel", here: true },
  { seat: "therapist" as const, name: "Marta", here: true },
];

test("each reads the other's name as the partner's", () => {
  expect(namesFor(people, "partner-2")).toEqual({ me: "Daniel", partner: "Noor", therapist: "Marta" });
});

test("nobody but the author can see what is not sealed", () => {
  for (const reach of ["me", "therapist", "reveal", "room"] as const) {
    const seats = sitting(people, (seat) => canRead(seat, "partner-1", reach, false, true));
    expect(seats.filter((each) => each.on).map((each) => each.seat)).toEqual(["partner-1"]);
  }
});

test("what is sealed is seen as far as its audience reaches", () => {
  const readers = (reach: "me" | "therapist" | "reveal" | "room", atOnce: boolean) =>
    people.map((each) => each.seat).filter((seat) => canRead(seat, "partner-1", reach, true, atOnce));
  expect(readers("me", true)).toEqual(["partner-1"]);
  expect(readers("therapist", false)).toEqual(["partner-1", "therapist"]);
  expect(readers("reveal", false)).toEqual(["partner-1"]);
  expect(readers("reveal", true)).toEqual(["partner-1", "therapist"]);
  expect(readers("room", false)).toEqual(["partner-1", "partner-2", "therapist"]);
});
