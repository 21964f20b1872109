import { t } from "../i18n/t.ts";
import { Mark } from "../ui/Mark.tsx";
import { initials } from "../ui/marks.ts";
import { useHere } from "./here.ts";
import { isPartner } from "./names.ts";

/** Who is in the room: it stands where a picture would be. The therapist first, oneself last. */
export function Who() {
  const { people, me, room } = useHere();
  const letters = initials(people.map((each) => each.name));
  const order = [...people].sort((one, other) => rank(one.seat, me) - rank(other.seat, me));
  return (
    <ul className="who" aria-label={t("room.who")}>
      {order.map((person) => {
        const floor = room.floor === person.seat;
        const gone = room.leftForToday.includes(person.seat) && !person.here;
        return (
          <li key={person.seat} className={person.seat === me ? "who__me" : undefined}>
            <Mark seat={person.seat} initial={letters[people.indexOf(person)] ?? ""} off={!person.here} floor={floor} />
            <span className="who__n">
              {person.seat === me ? t("room.you") : person.name}
              {floor && <span className="vh">{t("room.who.floor")}</span>}
              {!person.here && <span className="vh">{t(gone ? "room.who.left" : "room.who.notHere")}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const rank = (seat: string, me: string) => (seat === me ? 2 : isPartner(seat as "partner-1") ? 1 : 0);
