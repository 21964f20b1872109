import type { Ref } from "react";
import { t } from "../i18n/t.ts";
import { Notice } from "../ui/Notice.tsx";
import { isLive } from "./library.ts";
import type { ExerciseSummary } from "./queries.ts";
import { Start } from "./Start.tsx";

type Props = { exercise: ExerciseSummary | undefined; couple: string | undefined; ref: Ref<HTMLElement> };

/** What an exercise is, when not to use it, and the way to begin. Without one: just to talk. */
export function Chosen({ exercise, couple, ref }: Props) {
  return (
    <aside ref={ref} tabIndex={-1} className="paper lib__side" aria-label={exercise?.title ?? t("exercises.talk")}>
      <h2 className="heading">{exercise?.title ?? t("exercises.talk")}</h2>
      <p>{exercise?.purpose ?? exercise?.summary ?? t("exercises.talkSummary")}</p>
      {exercise && <About exercise={exercise} />}
      {exercise && !isLive(exercise) ? (
        <p className="meta">{t("exercises.soloHint")}</p>
      ) : (
        // A new choice starts anew: a tick that was meant for one exercise must not count for the next.
        <Start key={exercise?.id ?? "talk"} exercise={exercise} couple={couple} />
      )}
    </aside>
  );
}

const LEVELS = ["exercises.level0", "exercises.level1", "exercises.level2", "exercises.level3"] as const;

function About({ exercise }: { exercise: ExerciseSummary }) {
  return (
    <>
      <ol className="lib__steps" aria-label={t("exercises.steps")}>
        {exercise.steps.map((step, i) => (
          <li key={step.id}>
            <span className="dim num">{i + 1}</span>
            <span>
              {step.title}
              {step.optional && <span className="dim"> {t("exercises.optional")}</span>}
            </span>
            {step.minutes !== undefined && <span className="dim">{t("exercises.minutes", { n: step.minutes })}</span>}
          </li>
        ))}
      </ol>
      <p className="meta">
        <span className="strong">{t("exercises.level", { n: String(exercise.level) })}.</span>{" "}
        {t(LEVELS[exercise.level] ?? "exercises.level3")}
      </p>
      <Sentences title={t("exercises.notWhen")} sentences={exercise.notWhen} />
      <Sentences title={t("exercises.watchFor")} sentences={exercise.watchFor} />
    </>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] | undefined }) {
  if (sentences === undefined || sentences.length === 0) return null;
  return (
    <Notice title={title}>
      <ul className="lib__sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}
