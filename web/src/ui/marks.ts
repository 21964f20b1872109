// Who is who on a screen: a seat has a shape and a colour, a person an initial.

export type MarkShape = "a" | "b" | "t" | "p3" | "p4" | "p5" | "p6" | "co" | "guest";

const PARTNERS: MarkShape[] = ["a", "b", "p3", "p4", "p5", "p6"];

/** "partner-1" is a circle, "partner-2" a soft square, "therapist" an arch; the seat decides, never the order of coming. */
export function shapeOf(seat: string): MarkShape {
  const [kind, number] = seat.split("-");
  if (kind === "partner") return PARTNERS[Number(number) - 1] ?? "p6";
  if (kind === "co") return "co";
  return kind === "guest" ? "guest" : "t";
}

/** Initials, two letters for those whose first one is somebody else's too. */
export function initials(names: readonly string[]): string[] {
  const first = names.map((name) => upTo(name, 1));
  return first.map((letter, i) =>
    first.indexOf(letter) === first.lastIndexOf(letter) ? letter : upTo(names[i] ?? "", 2),
  );
}

function upTo(name: string, count: number): string {
  const letters = [...name.trim()].slice(0, count);
  return letters.map((letter, i) => (i === 0 ? letter.toLocaleUpperCase() : letter)).join("");
}
