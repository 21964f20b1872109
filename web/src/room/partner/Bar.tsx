import { dayAt } from "../../i18n/dates.ts";
import { t } from "../../i18n/t.ts";
import { Arcs } from "../../ui/Logo.tsx";
import { QuickExit } from "../../ui/QuickExit.tsx";
import { placeOf } from "../exercise.ts";
import { useHere } from "../here.ts";
import { LineState } from "../Line.tsx";
import { namesOf } from "../names.ts";
import type { Running } from "../Stage.tsx";
import { lower } from "../spoken.ts";
import { Who } from "../Who.tsx";

type Props = { running?: Running | undefined; step?: string | null; alone?: boolean };

/** The name of what is done, who is here, and the way out top right. */
export function PartnerBar({ running, step = null, alone }: Props) {
  const { room, me } = useHere();
  const withTherapist = room.alone?.with === me;
  const words = useWords(running, step);
  return (
    <header className="room__bar">
      <span className="logo">
        <Arcs />
      </span>
      <div className="grow room__t">
        <h1 className="label">{words.title}</h1>
        <p className="meta">{words.meta}</p>
      </div>
      <LineState />
      {alone && !withTherapist ? <span className="vh">{t("room.youAreAlone")}</span> : <Who />}
      <QuickExit />
    </header>
  );
}

function useWords(running: Running | undefined, shown: string | null): { title: string; meta: string } {
  const { room, info, people, me, now } = useHere();
  const names = namesOf(people, me);
  if (room.alone) {
    return room.alone.with === me
      ? { title: t("room.alone"), meta: t("room.alone.youAnd", names) }
      : { title: t("room.alone.each"), meta: t("room.alone.turns", names) };
  }
  if (!running) {
    return { title: t("room.session"), meta: dayAt(info.startsAt, info.zone, new Date(now()).toISOString()) };
  }
  const step = running.steps.find((each) => each.common.id === shown);
  const place = step && placeOf(running.steps, step.common.id);
  const title = running.exercise.title;
  if (!step) return { title, meta: "" };
  return {
    title,
    meta: place ? t("room.spoken.step", { ...place, title: lower(step.common.title) }) : step.common.title,
  };
}
