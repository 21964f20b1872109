import { type ComponentType, Suspense, useEffect } from "react";
import { t } from "../i18n/t.ts";
import { filled } from "../room/exercise.ts";
import { whereOf } from "../room/fold/run.ts";
import { namesOf } from "../room/names.ts";
import { kinds } from "../room/steps/index.ts";
import type { Person, StepProps } from "../room/steps/props.ts";
import type { AnyKind } from "../room/steps/step-kind.ts";
import type { Step } from "../room/steps/steps-types.ts";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { Loading } from "../ui/Loading.tsx";
import { dressPhones } from "./phone-rules.ts";
import { acted, type Trial, type TrialSeat } from "./trial.ts";

/** The three who sit there for the trial. */
export const samplePeople = (): readonly Person[] => [
  { seat: "partner-1", name: t("editor.sample.one"), here: true },
  { seat: "partner-2", name: t("editor.sample.two"), here: true },
  { seat: "therapist", name: t("editor.sample.therapist"), here: true },
];

type Props = { trial: Trial; seat: TrialSeat; at: number; onAct(change: (trial: Trial) => Trial): void };

/** A step as this seat sees it: the room's own screens, with a room that is nowhere but here. */
export function Seat({ trial, seat, at, onAct }: Props) {
  const people = samplePeople();
  const steps = filled(trial.steps, namesOf(people, seat));
  const step = steps[at];
  if (!step) return <p className="meta">{t("editor.noStep")}</p>;
  const kind = kinds[step.kind] as AnyKind<Step>;
  const View = (seat === "therapist" ? kind.Therapist : kind.Partner) as ComponentType<StepProps<Step, unknown>>;
  const run = trial.runs[seat];
  return (
    <ErrorBoundary key={`${at}/${step.kind}`} fallback={<p className="meta">{t("editor.notYet")}</p>}>
      <Suspense fallback={<Loading />}>
        <View
          step={step}
          steps={steps}
          where={whereOf(run, step.common.id)}
          work={kind.work(run, step, steps)}
          me={seat}
          people={people}
          secrets={run.secrets}
          days={null}
          timer={null}
          now={Date.now}
          send={async (command) => {
            onAct((now) => acted(now, seat, command));
            return "done";
          }}
          signal={() => undefined}
          onSignal={() => () => undefined}
        />
        <Dressed />
      </Suspense>
    </ErrorBoundary>
  );
}

/** Mounted together with the step's own view, whose look has come with it. */
function Dressed() {
  useEffect(() => dressPhones());
  return null;
}
