import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { useHere } from "../here.ts";
import { refusedText } from "../refused.ts";
import type { Running } from "../Stage.tsx";
import type { Outcome } from "../steps/props.ts";
import { ChooseExercise } from "./ChooseExercise.tsx";

/** No step is open: between exercises, or before the first step of one. */
export function Nothing({ running }: { running: Running | undefined }) {
  const { info, room, send } = useHere();
  const [chooses, setChooses] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>("done");
  const first = running?.steps[0];
  const rests = room.run?.phase === "resting" ? room.run : null;
  const planned = info.exercises[0];
  const why = refusedText(outcome);
  const open = (step: string) => void send({ type: "OpenStep", data: { step } }).then(setOutcome);
  return (
    <div className="tstage">
      <div className="stack stack--s">
        <h2 className="title" tabIndex={-1} data-step-heading>
          {running ? running.exercise.title : t(rests ? "leading.nothing.rests" : "leading.nothing")}
        </h2>
        <p className="lead">
          {t(running ? "leading.nothing.ready" : rests ? "leading.nothing.restsText" : "leading.nothing.text")}
        </p>
      </div>
      <div className="acts">
        {first && (
          <Button look="primary" size="l" onClick={() => open(first.common.id)}>
            {t("leading.nothing.first", { title: first.common.title })}
          </Button>
        )}
        {rests && (
          <Button look="primary" size="l" onClick={() => open(rests.current ?? rests.offered[0] ?? "")}>
            {t("leading.nothing.takeUp")}
          </Button>
        )}
        {!running && (
          <Button look={rests ? "secondary" : "primary"} size="l" onClick={() => setChooses(true)}>
            {!rests && planned ? t("leading.start.planned", { title: planned.title }) : t("leading.start.choose")}
          </Button>
        )}
      </div>
      {why && <FieldError id="nothing-why">{why}</FieldError>}
      <ChooseExercise open={chooses} onClose={() => setChooses(false)} />
    </div>
  );
}
