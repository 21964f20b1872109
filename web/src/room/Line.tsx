import { useEffect, useRef, useState } from "react";
import { t } from "../i18n/t.ts";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { SaveState, type Saving } from "../ui/SaveState.tsx";
import { say } from "../ui/say.ts";
import { useHere } from "./here.ts";
import { refusedText } from "./refused.ts";
import type { Outcome, Person } from "./steps/props.ts";

/** In the bar: a slow line, or words that are not with the server yet. Nothing where all is well. */
export function LineState({ always }: { always?: boolean }) {
  const { mood, unsaved } = useHere();
  const late = useLate(unsaved > 0, 1_000);
  const state: Saving =
    mood === "away" || mood === "slow" ? (unsaved > 0 ? "kept" : "quiet") : late ? "saving" : "quiet";
  return (
    <>
      {mood === "slow" && (
        <p className="status" role="status">
          <Icon name="offline" />
          {t("room.slow")}
        </p>
      )}
      <SaveState state={state === "quiet" && always && mood === "fine" ? "saved" : state} />
    </>
  );
}

function useLate(on: boolean, after: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) return setLate(false);
    const timer = setTimeout(() => setLate(true), after);
    return () => clearTimeout(timer);
  }, [on, after]);
  return late;
}

/** In the flow, above the work and never over it: the line is gone, the work goes on. */
export function Reconnecting() {
  const { mood } = useHere();
  const back = useBack(mood === "away");
  if (mood === "away") {
    return (
      <div className="lost" role="status">
        <Icon name="offline" />
        <p className="label">{t("room.lost")}</p>
        <p className="lost__text">{t("room.lost.text")}</p>
        <div className="lost__line" aria-hidden="true" />
      </div>
    );
  }
  return back ? (
    <div className="lost lost--back" role="status">
      <Icon name="check" />
      <p className="label">{t("room.back")}</p>
    </div>
  ) : null;
}

const BACK_FOR = 4_000;

function useBack(away: boolean): boolean {
  const was = useRef(false);
  const [back, setBack] = useState(false);
  useEffect(() => {
    const returns = was.current && !away;
    was.current = away;
    setBack(returns);
    if (!returns) return;
    const timer = setTimeout(() => setBack(false), BACK_FOR);
    return () => clearTimeout(timer);
  }, [away]);
  return back;
}

const GONE_AFTER = 30_000;

/** The others' lines: the partner's at once and in one sentence, the therapist's after half a minute. */
export function LinesOfOthers({ therapist, partner }: { therapist: Person | undefined; partner: Gone | undefined }) {
  const away = useLate(therapist !== undefined && !therapist.here, GONE_AFTER);
  const text =
    therapist && away
      ? t("room.gone.therapist", { therapist: therapist.name })
      : partner && !partner.here
        ? partner.text
        : null;
  useEffect(() => {
    if (text !== null) say(text);
  }, [text]);
  return text === null ? null : (
    <p className="rgone">
      <Icon name="offline" size="s" />
      {text}
    </p>
  );
}

export type Gone = Pick<Person, "here"> & { text: string };

const STRAY_FOR = 8_000;

/** What an earlier page had sent and the server did not take. */
export function Strays() {
  const { onStray } = useHere();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => onStray(setOutcome), [onStray]);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), STRAY_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);
  return outcome === null ? null : (
    <div className="rmoved">
      <Notice look="plain" spoken>
        <p>{refusedText(outcome)}</p>
      </Notice>
    </div>
  );
}
