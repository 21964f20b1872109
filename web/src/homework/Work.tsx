import { type ReactNode, useId, useRef, useState } from "react";
import { t } from "../i18n/t.ts";
import { Blank } from "../paper/Blank.tsx";
import { useHere } from "../room/here.ts";
import { Strays } from "../room/Line.tsx";
import { namesOf } from "../room/names.ts";
import { refusedText } from "../room/refused.ts";
import { wishKey } from "../room/room.ts";
import { type Running, StepView, useRunning } from "../room/Stage.tsx";
import type { Outcome } from "../room/steps/props.ts";
import type { Step } from "../room/steps/steps-types.ts";
import { Button } from "../ui/Button.tsx";
import { Loading } from "../ui/Loading.tsx";
import { Notice } from "../ui/Notice.tsx";
import { HandedIn } from "./HandedIn.tsx";
import { HandIn } from "./HandIn.tsx";
import { onPaper } from "./onPaper.ts";
import type { TaskInfo } from "./queries.ts";
import { dayOf, untilText } from "./until.ts";
import { isAnswered, isAsking, isDone, nextForBoth, onThePage } from "./work.ts";

const HERE = () => {};

/** A task from its first line to handing it in. */
export function Work({ task }: { task: TaskInfo }) {
  const { room, people, me, now } = useHere();
  const running = useRunning();
  const { given, handedIn, comments, putAway } = room.homework;
  if (!running || !given) return <Loading />;
  const names = namesOf(people, me);
  const until = untilText(given.until, dayOf(now(), task.zone));
  return (
    <>
      <header className="stack stack--s">
        <h1 className="title">{running.exercise.title}</h1>
        <p className="meta hw__from">{t("homework.from", { therapist: names.therapist, until })}</p>
        {given.note !== null && <p className="voice">{given.note}</p>}
      </header>
      {comments.length > 0 && (
        <section className="hw__comments" aria-label={t("homework.comments", names)}>
          <p className="meta">{t("homework.comments", names)}</p>
          {comments.map(({ text }, at) => (
            <p key={at} className="voice">
              {text}
            </p>
          ))}
        </section>
      )}
      {putAway ? (
        <p className="lead">{t("homework.putAway", names)}</p>
      ) : handedIn ? (
        <HandedIn running={running} />
      ) : (
        <Questions running={running} task={task} />
      )}
    </>
  );
}

function Questions({ running, task }: { running: Running; task: TaskInfo }) {
  const { me } = useHere();
  const [asks, setAsks] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const { run, steps } = running;
  const alone = !task.together;
  const shown = onThePage(run, steps, alone);
  const questions = shown.filter(isAsking);
  const open = questions.filter((step) => !isDone(run, step, me));
  const both = nextForBoth(run, steps, alone);
  function next() {
    const id = open[0]?.common.id;
    list.current?.querySelector<HTMLElement>(`[data-step="${id}"] [data-step-heading]`)?.focus();
  }
  return (
    <>
      <Strays />
      <div className="hw__steps" ref={list}>
        {shown.map((step) => (
          <section key={step.common.id} className="hw__step" data-step={step.common.id}>
            <StepView side="Partner" running={running} step={step.common.id} arrived={HERE} />
          </section>
        ))}
        <div className="hw__asis">
          {open.length > 0 && (
            <Button look="quiet" onClick={() => setAsks(true)}>
              {t("homework.handIn.asIs")}
            </Button>
          )}
          <Blank title={running.exercise.title} questions={onPaper(shown, task.secrets !== "no-secrets")} />
        </div>
        {both && <ForBoth step={both} ready={open.length === 0} />}
      </div>
      <footer className="hw__end">
        <span className="meta">
          {t("homework.answered", {
            n: questions.filter((step) => isAnswered(run, step, me)).length,
            of: questions.length,
          })}
        </span>
        {open.length > 0 ? (
          <Button look="primary" onClick={next}>
            {t("homework.next")}
          </Button>
        ) : (
          <Button look="primary" onClick={() => setAsks(true)}>
            {t("homework.handIn")}
          </Button>
        )}
      </footer>
      <HandIn open={asks} onClose={() => setAsks(false)} running={running} together={task.together} />
    </>
  );
}

/** What needs both at the same moment. A press looks the same whatever the other has done or is doing. */
function ForBoth({ step, ready }: { step: Step; ready: boolean }): ReactNode {
  const { room, people, me, send } = useHere();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Outcome | null>(null);
  const names = namesOf(people, me);
  const reveal = step.kind === "reveal";
  const wanted = room.wished.includes(wishKey(reveal ? "open-answers" : "open-step", step.common.id));
  async function want() {
    setBusy(true);
    const data = { step: step.common.id };
    const outcome = await send(reveal ? { type: "OpenAnswers", data } : { type: "OpenStep", data });
    setBusy(false);
    setRefused(outcome === "done" ? null : outcome);
  }
  const when = room.homework.given?.opens === "on-the-day" ? "homework.both.day" : "homework.both.session";
  return (
    <section className="hw__both" aria-labelledby={id}>
      <h2 className="heading" id={id}>
        {step.common.title}
      </h2>
      <p>{t(reveal ? when : "homework.both.step", names)}</p>
      {wanted ? (
        <p className="strong">{t("homework.both.wanted")}</p>
      ) : (
        <Button busy={busy} notYet={!ready} onClick={() => ready && void want()}>
          {t(reveal ? "homework.both.open" : "homework.both.go")}
        </Button>
      )}
      {!ready && !wanted && <p className="meta">{t("homework.both.first")}</p>}
      {refused && (
        <Notice look="plain" spoken>
          <p>{refusedText(refused)}</p>
        </Notice>
      )}
    </section>
  );
}
