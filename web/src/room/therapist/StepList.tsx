import { t } from "../../i18n/t.ts";
import { Icon } from "../../ui/Icon.tsx";
import { isNumbered } from "../exercise.ts";
import { isLeftClosed } from "../fold/run.ts";
import { useHere } from "../here.ts";
import type { Running } from "../Stage.tsx";
import type { Step } from "../steps/steps-types.ts";

/** The steps with what is done, where all are and what is to come; before the start what was put in for today. */
export function StepList({ running }: { running: Running | undefined }) {
  const { info } = useHere();
  if (running) return <Offered running={running} />;
  const planned = info.exercises[0];
  return planned ? (
    <>
      <div className="lr__name">
        <h2 className="subhead">{t("leading.putIn")}</h2>
        <p className="meta">{t("leading.putInWhat", { title: planned.title, minutes: planned.minutes })}</p>
      </div>
      <ol className="steps">
        {planned.steps
          .filter((step) => step.kind !== "closing")
          .map((step, i) => (
            <li key={step.id} className="step">
              <span className="step__n">{i + 1}</span>
              <span>
                {step.title}
                {step.optional && <span className="dim"> {t("leading.optional")}</span>}
              </span>
              <span className="meta">
                {step.minutes === undefined ? "" : t("leading.min", { minutes: step.minutes })}
              </span>
            </li>
          ))}
      </ol>
    </>
  ) : (
    <div className="lr__name">
      <h2 className="subhead">{t("leading.justTalk")}</h2>
      <p className="meta">{t("leading.justTalkText")}</p>
    </div>
  );
}

function Offered({ running }: { running: Running }) {
  const { send } = useHere();
  const { run, exercise, steps } = running;
  const numbered = steps.filter(isNumbered).length;
  return (
    <>
      <div className="lr__name">
        <h2 className="subhead">{exercise.title}</h2>
        <p className="meta">{t("leading.sum", { steps: numbered, minutes: exercise.minutes })}</p>
      </div>
      <ol className="steps">
        {steps.map((step, i) => {
          const id = step.common.id;
          const current = run.current === id;
          const done = !current && run.seen.includes(id);
          return (
            <li key={id}>
              <button
                type="button"
                className={done ? "step step--done" : "step"}
                aria-current={current ? "step" : undefined}
                onClick={() => current || void send({ type: "OpenStep", data: { step: id } })}
              >
                <span className="step__n">
                  <StepSign done={done} closed={done && isLeftClosed(run, id)} n={isNumbered(step) ? i + 1 : null} />
                </span>
                <span>
                  {step.common.title}
                  {step.common.optional && <span className="dim"> {t("leading.optional")}</span>}
                </span>
                <span className="meta">{noteOf(step, done && isLeftClosed(run, id))}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function StepSign({ done, closed, n }: { done: boolean; closed: boolean; n: number | null }) {
  if (closed) return <Icon name="lock" size="s" />;
  return done ? (
    <>
      <Icon name="check" size="s" />
      <span className="vh">{t("leading.done")}</span>
    </>
  ) : (
    n
  );
}

function noteOf(step: Step, closed: boolean): string {
  if (closed) return t("leading.closed");
  return step.common.minutes ? t("leading.min", { minutes: step.common.minutes }) : "";
}
