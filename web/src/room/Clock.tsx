import { useEffect, useState } from "react";
import { t } from "../i18n/t.ts";
import { say } from "../ui/say.ts";
import type { Timer } from "./room.ts";

/** Seconds that are left, 0 once it has run out; null without a timer. Every page counts down by itself. */
export function useTimeLeft(timer: Timer | null, now: () => number): number | null {
  const [, tick] = useState(0);
  useEffect(() => {
    if (timer === null) return;
    const interval = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(interval);
  }, [timer]);
  return timer === null ? null : secondsLeft(timer, now());
}

export const secondsLeft = (timer: Timer, now: number) =>
  Math.max(0, Math.ceil((Date.parse(timer.from) + timer.seconds * 1000 - now) / 1000));

/** In words and never in seconds, since nobody should hurry: "About two minutes left". */
export function timeInWords(left: number): string {
  if (left === 0) return t("room.timer.over");
  return left < 45 ? t("room.timer.short") : t("room.timer.left", { minutes: Math.round(left / 60) });
}

/** What a screen reader is told: at half, at one minute, at the end. */
export function momentOf(left: number, seconds: number): "half" | "minute" | "over" | "running" {
  if (left === 0) return "over";
  if (left <= 60 && seconds > 60) return "minute";
  return left <= seconds / 2 ? "half" : "running";
}

type Props = { timer: Timer | null; now(): number };

/** An arc that fills, and the words beside it. */
export function PartnerClock({ timer, now }: Props) {
  const left = useTimeLeft(timer, now);
  useSpokenMoments(timer, left);
  if (timer === null || left === null) return null;
  return (
    <p className="rclock" role="timer">
      <svg viewBox="0 0 36 20" aria-hidden="true">
        <path className="rclock__bg" d="M3 18a15 15 0 0 1 30 0" pathLength={100} />
        <path
          className="rclock__on"
          d="M3 18a15 15 0 0 1 30 0"
          pathLength={100}
          strokeDasharray={`${100 * (1 - left / timer.seconds)} 100`}
        />
      </svg>
      {timeInWords(left)}
    </p>
  );
}

/** The therapist sees minutes and seconds: it is their tool, nobody else's clock. */
export function TherapistClock({ timer, now }: Props) {
  const left = useTimeLeft(timer, now);
  useSpokenMoments(timer, left);
  if (timer === null || left === null) return null;
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return (
    <p className="lr__clock">
      <time className="heading nowrap num">{clock}</time>
      <span className="meta nowrap">{t("room.timer.of", { minutes: Math.round(timer.seconds / 60) })}</span>
    </p>
  );
}

function useSpokenMoments(timer: Timer | null, left: number | null): void {
  const moment = timer === null || left === null ? null : momentOf(left, timer.seconds);
  useEffect(() => {
    if (moment === null || timer === null) return;
    say(timeInWords(secondsLeft(timer, Date.parse(timer.from) + spokenAt(moment, timer.seconds) * 1000)));
  }, [moment, timer]);
}

function spokenAt(moment: "half" | "minute" | "over" | "running", seconds: number): number {
  return { running: 0, half: seconds / 2, minute: seconds - 60, over: seconds }[moment];
}
