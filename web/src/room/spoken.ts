import { useEffect, useRef } from "react";
import { t } from "../i18n/t.ts";
import { say } from "../ui/say.ts";
import { placeOf } from "./exercise.ts";
import { type Here, useHere } from "./here.ts";
import { isPartner, nameOf, namesOf } from "./names.ts";
import type { Step } from "./steps/steps-types.ts";

/** What a screen reader is told of the room itself; what happens inside of a step, its kind says. */
export function useSpoken(steps: readonly Step[]): void {
  const here = useHere();
  const sentences = {
    door: here.room.open ? t("room.spoken.door") : null,
    step: stepText(here, steps),
    floor: floorText(here),
    rest: restText(here),
    over: here.room.closedAt === null ? null : t("room.spoken.ended"),
  };
  const before = useRef(sentences);
  useEffect(() => {
    for (const key of Object.keys(sentences) as (keyof typeof sentences)[]) {
      const now = sentences[key];
      if (now !== null && now !== before.current[key]) say(now);
    }
    before.current = sentences;
  });
}

function stepText({ room }: Here, steps: readonly Step[]): string | null {
  const step = steps.find((each) => each.common.id === room.run?.current);
  if (!step) return null;
  const place = placeOf(steps, step.common.id);
  return place ? t("room.spoken.step", { ...place, title: lower(step.common.title) }) : step.common.title;
}

/** A title within a sentence: "Step 4 of 6, see both sorts". */
export const lower = (title: string) => title.charAt(0).toLocaleLowerCase() + title.slice(1);

function floorText({ room, me, people }: Here): string | null {
  const { floor } = room;
  if (floor === null) return null;
  if (floor === me) return t("room.spoken.yourFloor");
  const name = nameOf(people, floor);
  return isPartner(me) ? t("room.spoken.floor", { name }) : t("room.spoken.floorOf", { name });
}

function restText({ room, me, people }: Here): string | null {
  if (room.paused) return t("room.spoken.pause");
  return room.alone && isPartner(me) ? t("room.alone.turns", namesOf(people, me)) : null;
}
