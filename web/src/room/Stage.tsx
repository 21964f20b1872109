import { useQuery } from "@tanstack/react-query";
import { type RefObject, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { t } from "../i18n/t.ts";
import type { Where } from "../live/wire.ts";
import { Button } from "../ui/Button.tsx";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { Loading } from "../ui/Loading.tsx";
import { Notice } from "../ui/Notice.tsx";
import { stepsFor } from "./exercise.ts";
import { type Run, whereOf } from "./fold/run.ts";
import { useHere } from "./here.ts";
import { namesOf } from "./names.ts";
import { type Exercise, exerciseQuery } from "./queries.ts";
import { kinds } from "./steps/index.ts";
import type { StepProps } from "./steps/props.ts";
import type { AnyKind } from "./steps/step-kind.ts";
import type { Step } from "./steps/steps-types.ts";

export type Running = { readonly run: Run; readonly exercise: Exercise; readonly steps: readonly Step[] };

/** The exercise that runs, with this reader's words; undefined while there is none or its words are on their way. */
export function useRunning(): Running | undefined {
  const { room, info, people, me } = useHere();
  const { run } = room;
  const exercise = useQuery({ ...exerciseQuery(info.id, run?.digest ?? ""), enabled: run !== null }).data;
  return useMemo(
    () =>
      run && exercise && run.phase === "running"
        ? { run, exercise, steps: stepsFor(run, exercise.steps, namesOf(people, me)) }
        : undefined,
    [run, exercise, people, me],
  );
}

/** The current step; after a move the one before, for as long as somebody types or holds a card in it. */
export function useShownStep(run: Run | undefined, moves: number) {
  const current = run?.current ?? null;
  const [shown, setShown] = useState({ current, moves });
  const stage = useRef<HTMLDivElement>(null);
  const arrived = useArrival(stage, moves);
  const moved = shown.moves !== moves || shown.current !== current;
  const stays = moved && shown.current !== null && current !== shown.current && isBusyIn(stage.current);
  useEffect(() => {
    if (moved && !stays) setShown({ current, moves });
  }, [moved, stays, current, moves]);
  return { stage, arrived, step: stays ? shown.current : current, stays, follow: () => setShown({ current, moves }) };
}

/** What a step calls when it stands on the page: after a move the focus goes to its heading. */
export function useArrival(stage: RefObject<HTMLElement | null>, moves: number): () => void {
  const born = useRef(moves);
  const now = useRef(moves);
  now.current = moves;
  return useCallback(() => {
    if (now.current !== born.current) focusHeading(stage.current);
  }, [stage]);
}

/** Writing or holding something: the page must not be pulled away from under the hands. */
export function isBusyIn(stage: HTMLElement | null): boolean {
  const at = document.activeElement;
  const writes = at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === "text");
  return stage !== null && ((writes && stage.contains(at) && at.value.trim() !== "") || holds(stage));
}

const holds = (stage: HTMLElement) => stage.querySelector("[data-held]") !== null;

function focusHeading(stage: HTMLElement | null): void {
  const at = document.activeElement;
  // Somebody writes in the chat: the words there come first.
  if (at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement) return;
  stage?.querySelector<HTMLElement>("[data-step-heading]")?.focus({ preventScroll: true });
}

/** A stage scrolls, so the keyboard must be able to get into it even where nothing in it can be pressed. */
export const SCROLLS = { tabIndex: 0 } as const;

type Props = { side: "Partner" | "Therapist"; running: Running; step: string; arrived(): void };

/** One step, in its kind's own view. What breaks in it leaves the controls and the quick exit alone. */
export function StepView({ side, running, step: id, arrived }: Props) {
  const here = useHere();
  const step = running.steps.find((each) => each.common.id === id);
  if (!step) return <Loading />;
  const kind = kinds[step.kind] as AnyKind<Step>;
  const View = kind[side];
  const where: Where = whereOf(running.run, id);
  const props: StepProps<Step, unknown> = {
    step,
    where,
    work: kind.work(running.run, step, running.steps),
    me: here.me,
    people: here.people,
    secrets: running.run.secrets,
    days: here.info.days ?? null,
    steps: running.steps,
    timer: here.room.timer,
    now: here.now,
    send: here.send,
    signal: (data) => here.signal("all", data),
    onSignal: here.onSignal,
  };
  return (
    <ErrorBoundary key={`${id}/${where.round}`} fallback={<p role="alert">{t("problems.unknown")}</p>}>
      <Suspense fallback={<Loading />}>
        <View {...props} />
        <Arrived tell={arrived} />
      </Suspense>
    </ErrorBoundary>
  );
}

/** Mounted together with the step's own view, which may have had to be loaded. */
function Arrived({ tell }: { tell(): void }) {
  useEffect(() => tell(), [tell]);
  return null;
}

/** Where somebody was writing when the others went on. */
export function MovedOn({ therapist, onGo }: { therapist: string; onGo(): void }) {
  return (
    <div className="rmoved">
      <Notice spoken title={t("room.moved", { therapist })}>
        <p>{t("room.moved.text")}</p>
        <Button size="compact" onClick={onGo}>
          {t("room.moved.go")}
        </Button>
      </Notice>
    </div>
  );
}
