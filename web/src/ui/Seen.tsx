import type { ReactNode } from "react";
import { Seats, type Sitting } from "./Seats.tsx";
import { useSaidOnChange } from "./say.ts";

type Props = {
  /** For the field's aria-describedby. */
  id?: string;
  /** Everybody of the room in seat order; `on` is who can see this. */
  people: readonly Sitting[];
  /** The sentence: "Only you can see this." */
  children: ReactNode;
  /** The same as plain text, spoken when it changes while somebody writes. */
  spoken: string;
  plain?: boolean;
};

/** Who can see what is written here. It stands at every field before the first letter. */
export function Seen({ id, people, children, spoken, plain }: Props) {
  useSaidOnChange(spoken);
  return (
    <p id={id} className={plain ? "seen seen--plain" : "seen"}>
      <Seats people={people} size="xs" />
      <span>{children}</span>
    </p>
  );
}
