import { Mark } from "./Mark.tsx";
import { initials } from "./marks.ts";

export type Sitting = { seat: string; name: string; on?: boolean };

type Props = {
  people: readonly Sitting[];
  size?: "xs" | "s" | "l" | undefined;
  /** Who else belongs to them and is not drawn here: nobody may have the same letter. */
  beside?: string;
};

/** A row of seats, filled means yes. The sentence beside it says the same in words. */
export function Seats({ people, size, beside }: Props) {
  const names = people.map((person) => person.name);
  const letters = initials(beside === undefined ? names : [...names, beside]);
  return (
    <span className="seats">
      {people.map((person, i) => (
        <Mark key={person.seat} seat={person.seat} initial={letters[i] ?? ""} size={size} off={person.on === false} />
      ))}
    </span>
  );
}
