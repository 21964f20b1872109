import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { time } from "../../i18n/dates.ts";
import { rich, t } from "../../i18n/t.ts";
import { Mark } from "../../ui/Mark.tsx";
import { initials } from "../../ui/marks.ts";
import { useHere } from "../here.ts";
import { namesOf } from "../names.ts";

const EVERY = 5_000;

/** Before the door opens for waiting at all; the page changes by itself. */
export function useIsEarly(): boolean {
  const { info, now } = useHere();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), EVERY);
    return () => clearInterval(timer);
  }, []);
  return now() < Date.parse(info.doorsOpenAt);
}

/** Each waits alone: nothing here depends on whether the other has come, or when. */
export function DoorStage({ early }: { early: boolean }) {
  const { info, people, me, now } = useHere();
  const names = namesOf(people, me);
  const opens = time(info.doorsOpenAt, info.zone);
  const begins = time(info.startsAt, info.zone);
  const clock = time(new Date(now()).toISOString(), info.zone);
  const bold = { b: (inner: ReactNode) => <b>{inner}</b> };
  return (
    <div className="rmid door">
      <Arch />
      <h2 className="title">{early ? t("room.door.opens", { opens }) : t("room.door.wait", names)}</h2>
      <p className="lead">{t(early ? "room.door.early" : "room.door.quiet")}</p>
      <p className="seen">
        <MyMark />
        <span>{early ? rich("room.door.unseen", bold) : rich("room.door.seen", bold, names)}</span>
      </p>
      {early ? (
        <Link to="/" className="btn btn--secondary">
          {t("room.backHome")}
        </Link>
      ) : (
        <>
          <p className="meta">{t("room.door.clock", { begins, clock })}</p>
          <p className="meta">{t("room.door.rest")}</p>
        </>
      )}
    </div>
  );
}

export function MyMark({ size = "xs" }: { size?: "xs" | "xl" }) {
  const { people, me } = useHere();
  const letters = initials(people.map((each) => each.name));
  return <Mark seat={me} initial={letters[people.findIndex((each) => each.seat === me)] ?? ""} size={size} />;
}

const Arch = () => (
  <span className="arch" aria-hidden="true">
    <svg viewBox="0 0 120 132" aria-hidden="true">
      <path d="M8 126V58a52 52 0 0 1 104 0v68z" />
      <path className="arch__in" d="M26 126V60a34 34 0 0 1 68 0v66" />
    </svg>
  </span>
);
