import { t } from "../../i18n/t.ts";
import { Mark } from "../../ui/Mark.tsx";
import { initials } from "../../ui/marks.ts";
import { type Here, useHere } from "../here.ts";
import { partnersOf } from "../names.ts";
import type { Person } from "../steps/props.ts";

/** The partners, where their pictures would be. */
export function Present() {
  const here = useHere();
  const letters = initials(here.people.map((each) => each.name));
  return (
    <ul className="here" aria-label={t("room.who")}>
      {partnersOf(here.people).map((person) => (
        <li key={person.seat}>
          <Mark
            seat={person.seat}
            size="l"
            initial={letters[here.people.indexOf(person)] ?? ""}
            off={!person.here}
            floor={here.room.floor === person.seat}
          />
          <span>
            <span className="strong">{person.name}</span>
            <span className="meta here__state">{stateOf(person, here)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function stateOf(person: Person, { room }: Here): string {
  if (!person.here) return t(room.leftForToday.includes(person.seat) ? "leading.leftForToday" : "leading.notHere");
  if (!room.open) return t("leading.atDoor");
  if (room.alone) return t(room.alone.with === person.seat ? "leading.withYou" : "leading.waitsAlone");
  return t(room.floor === person.seat ? "leading.hasFloor" : "leading.here");
}
