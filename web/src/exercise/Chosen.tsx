import { Link, useNavigate } from "@tanstack/react-router";
import { type Ref, useState } from "react";
import { beginDraft, download } from "../editor/queries.ts";
import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { isLive } from "./library.ts";
import type { ExerciseSummary } from "./queries.ts";
import { Start } from "./Start.tsx";

type Props = {
  exercise: ExerciseSummary | undefined;
  couple: string | undefined;
  /** The draft that it was published from, if it is one's own. */
  draft?: string | undefined;
  ref: Ref<HTMLElement>;
};

/** What an exercise is, when not to use it, and the way to begin. Without one: just to talk. */
export function Chosen({ exercise, couple, draft, ref }: Props) {
  return (
    <aside ref={ref} tabIndex={-1} className="paper lib__side" aria-label={exercise?.title ?? t("exercises.talk")}>
      <h2 className="heading">{exercise?.title ?? t("exercises.talk")}</h2>
      <p>{exercise?.purpose ?? exercise?.summary ?? t("exercises.talkSummary")}</p>
      {exercise && <About exercise={exercise} />}
      {exercise && couple === undefined && <Ways key={`ways/${exercise.id}`} exercise={exercise} draft={draft} />}
      {exercise && !isLive(exercise) ? (
        <p className="meta">{t("exercises.soloHint")}</p>
      ) : (
        // A new choice starts anew: a tick that was meant for one exercise must not count for the next.
        <Start key={exercise?.id ?? "talk"} exercise={exercise} couple={couple} />
      )}
    </aside>
  );
}

/** See it, adapt it, take it along. */
function Ways({ exercise, draft }: { exercise: ExerciseSummary; draft: string | undefined }) {
  const navigate = useNavigate();
  const [id] = useState(() => crypto.randomUUID());
  const [failed, setFailed] = useState(false);
  async function adapt() {
    try {
      await beginDraft(id, { from: exercise.id });
      await navigate({ to: "/exercises/drafts/$id", params: { id } });
    } catch {
      setFailed(true);
    }
  }
  return (
    <div className="stack stack--s">
      <Link to="/exercises/try/$id" params={{ id: exercise.id }} className="btn btn--secondary btn--block">
        <Icon name="everyone" />
        {t("exercises.asEach")}
      </Link>
      {draft === undefined ? (
        <Button block icon="pen" onClick={() => void adapt()}>
          {t("exercises.adapt")}
        </Button>
      ) : (
        <Link to="/exercises/drafts/$id" params={{ id: draft }} className="btn btn--secondary btn--block">
          <Icon name="pen" />
          {t("exercises.change")}
        </Link>
      )}
      <Button look="quiet" icon="download" onClick={() => void download(exercise.id).catch(() => setFailed(true))}>
        {t("exercises.export")}
      </Button>
      {failed && <Notice look="alarm" spoken title={t("exercises.notBegun")} />}
    </div>
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
