import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useHere } from "../here.ts";
import { type ExerciseSummary, libraryQuery } from "../queries.ts";
import { refusedText } from "../refused.ts";
import type { Outcome } from "../steps/props.ts";

/** The level from which the therapist says each time that both want it today. */
const CONFIRMED = 3;

/** What was put in for today first, then the library. What goes beyond the couple's ceiling the server refuses. */
export function ChooseExercise({ open, onClose }: { open: boolean; onClose(): void }) {
  const { info, send } = useHere();
  const id = useId();
  const library = useQuery({ ...libraryQuery, enabled: open }).data ?? [];
  const [picked, setPicked] = useState<string | null>(null);
  const [optional, setOptional] = useState<readonly string[]>([]);
  const [both, setBoth] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>("done");
  const others = library.filter(
    (each) => each.for.includes("live") && !info.exercises.some((put) => put.id === each.id),
  );
  const chosen = [...info.exercises, ...others].find((each) => each.id === (picked ?? info.exercises[0]?.id));
  const confirms = (chosen?.level ?? 0) >= CONFIRMED;

  async function start() {
    if (!chosen) return;
    setBusy(true);
    const became = await send({
      type: "StartExercise",
      data: { exercise: chosen.id, optional, bothWantIt: confirms && both },
    });
    setBusy(false);
    setOutcome(became);
    if (became === "done") onClose();
  }
  function pick(exercise: string) {
    setPicked(exercise);
    setOptional([]);
    setBoth(false);
    setOutcome("done");
  }
  const foot = (
    <>
      <Button look="quiet" onClick={onClose}>
        {t("ui.notNow")}
      </Button>
      <Button
        look="primary"
        busy={busy}
        notYet={!chosen || (confirms && !both)}
        aria-describedby={confirms && !both ? `${id}-confirm` : undefined}
        onClick={() => void start()}
      >
        {t("leading.start")}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t("leading.start.title")} foot={foot}>
      <div className="chooseex">
        <Shelf legend={t("leading.start.putIn")} all={info.exercises} chosen={chosen?.id} onPick={pick} />
        <Shelf legend={t("leading.start.library")} all={others} chosen={chosen?.id} onPick={pick} />
      </div>
      {chosen && <Optional exercise={chosen} value={optional} onChange={setOptional} />}
      {confirms && (
        <label className="check" id={`${id}-confirm`}>
          <input type="checkbox" checked={both} onChange={(event) => setBoth(event.target.checked)} />
          <span>{t("leading.start.confirm")}</span>
        </label>
      )}
      <Refused outcome={outcome} id={id} />
    </Dialog>
  );
}

/** The block is the therapist's alone: the couple sees nothing of it. */
function Refused({ outcome, id }: { outcome: Outcome; id: string }) {
  if (outcome === "not-now") {
    return (
      <Notice icon="lock" spoken title={refusedText(outcome)}>
        <p>{t("leading.start.notNow")}</p>
      </Notice>
    );
  }
  const why = refusedText(outcome);
  return why ? <FieldError id={`${id}-why`}>{why}</FieldError> : null;
}

type ShelfProps = {
  legend: string;
  all: readonly ExerciseSummary[];
  chosen: string | undefined;
  onPick(id: string): void;
};

function Shelf({ legend, all, chosen, onPick }: ShelfProps) {
  const name = useId();
  if (all.length === 0) return null;
  return (
    <fieldset className="stack stack--s">
      <legend className="flabel">{legend}</legend>
      {all.map((each) => (
        <label key={each.id} className="opt">
          <input type="radio" name={name} checked={each.id === chosen} onChange={() => onPick(each.id)} />
          <span className="strong">{each.title}</span>
          <span className="meta nowrap chooseex__min">{t("leading.min", { minutes: each.minutes })}</span>
          <span className="meta">{each.summary}</span>
        </label>
      ))}
    </fieldset>
  );
}

type OptionalProps = { exercise: ExerciseSummary; value: readonly string[]; onChange(value: readonly string[]): void };

function Optional({ exercise, value, onChange }: OptionalProps) {
  const steps = exercise.steps.filter((step) => step.optional);
  if (steps.length === 0) return null;
  return (
    <fieldset className="stack stack--xs">
      <legend className="flabel">{t("leading.start.optional")}</legend>
      {steps.map((step) => (
        <label key={step.id} className="check">
          <input
            type="checkbox"
            checked={value.includes(step.id)}
            onChange={(event) =>
              onChange(event.target.checked ? [...value, step.id] : value.filter((each) => each !== step.id))
            }
          />
          <span>{step.title}</span>
        </label>
      ))}
    </fieldset>
  );
}
