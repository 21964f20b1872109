import { Mark } from "./Mark.tsx";
import { initials } from "./marks.ts";

export type Sitting = { seat: string; name: string; on?: boolean };

/** A row of seats, filled means yes. The sentence beside it says the same in words. */
export function Seats({ people, size }: { people: readonly Sitting[]; size?: "xs" | "s" | "l" | undefined }) {
  const letters = initials(people.map((person) => person.name));
  return (
    <span className="seats">
      {people.map((person, i) => (
        <Mark key={person.seat} seat={person.seat} initial={letters[i] ?? ""} size={size} off={person.on === false} />
      ))}
    </span>
  );
}
