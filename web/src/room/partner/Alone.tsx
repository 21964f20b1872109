import type { ReactNode } from "react";
import { rich, t } from "../../i18n/t.ts";
import { Mark } from "../../ui/Mark.tsx";
import { initials } from "../../ui/marks.ts";
import { Seen } from "../../ui/Seen.tsx";
import { useHere } from "../here.ts";
import { isPartner, nameOf, namesOf } from "../names.ts";
import { MyMark } from "./Door.tsx";

const bold = { b: (inner: ReactNode) => <b>{inner}</b> };

/** The therapist speaks with each in turn; who asked for it stands nowhere. */
export function AloneStage() {
  const { room, me } = useHere();
  return room.alone?.with === me ? <WithMe /> : <Waiting />;
}

function WithMe() {
  const { people, me } = useHere();
  const names = namesOf(people, me);
  const letters = initials(people.map((each) => each.name));
  const two = people.filter((each) => each.seat === me || !isPartner(each.seat));
  return (
    <div className="rmid">
      <span className="pair ringed">
        {two.map((each) => (
          <Mark key={each.seat} seat={each.seat} initial={letters[people.indexOf(each)] ?? ""} size="xl" />
        ))}
      </span>
      <h2 className="title" tabIndex={-1} data-step-heading>
        {t("room.alone.only", names)}
      </h2>
      <p className="lead">{t("room.alone.onlyText", names)}</p>
      <Seen
        people={people.map((each) => ({ ...each, on: two.includes(each) }))}
        spoken={t("room.alone.onlySeen", names)}
      >
        {rich("room.alone.onlySeen", bold, names)}
      </Seen>
    </div>
  );
}

function Waiting() {
  const { people, me, room } = useHere();
  const names = namesOf(people, me);
  const had = room.alone?.had.includes(me) ?? false;
  const other = nameOf(people, room.alone?.with ?? "room");
  return (
    <div className="rmid">
      <span className="ringed">
        <MyMark size="xl" />
      </span>
      <h2 className="title" tabIndex={-1} data-step-heading>
        {t("room.alone.turns", names)}
      </h2>
      <p className="lead">{t(had ? "room.alone.theirs" : "room.alone.thenYours", { other })}</p>
      <p className="seen">
        <MyMark />
        <span>{rich("room.alone.waitSeen", bold)}</span>
      </p>
      <p className="meta">{t("room.alone.rest")}</p>
    </div>
  );
}
