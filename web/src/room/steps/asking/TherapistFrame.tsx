import type { ReactNode } from "react";
import { rich, t } from "../../../i18n/t.ts";
import type { Answer, Reach } from "../../../live/wire.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { initials } from "../../../ui/marks.ts";
import { Notice } from "../../../ui/Notice.tsx";
import type { Person, StepProps } from "../props.ts";
import type { AskingStep } from "../steps-types.ts";
import { type AskingWork, underPolicy } from "./asking.ts";
import { bold, LeftClosedNotices, Shared } from "./LeftClosed.tsx";
import { partnersOf } from "./who.ts";
import "./asking.css";

type HeadProps = { title: string; prompt?: string | undefined; children?: ReactNode };

/** The step's name, and the question as both read it. */
export function TherapistHead({ title, prompt, children }: HeadProps) {
  return (
    <div className="row row--between row--top">
      <div className="stack stack--s">
        <h2 className="title" tabIndex={-1} data-step-heading>
          {title}
        </h2>
        {prompt && <p className="voice tview__prompt">“{prompt}”</p>}
      </div>
      {children}
    </div>
  );
}

/** Before the reveal its own advice counts: afterwards it is too late for it. */
function Advice({ work, hint }: { work: AskingWork; hint: string | null | undefined }) {
  return work.openable && work.hint ? (
    <TherapistHint hint={work.hint} title={t("asking.before")} />
  ) : (
    <TherapistHint hint={hint} />
  );
}

export function TherapistHint({ hint, title = t("asking.hint") }: { hint: string | null | undefined; title?: string }) {
  return hint ? (
    <div className="tview__hint">
      <Notice look="plain">
        <p>
          <span className="strong">{title}</span> {hint}
        </p>
      </Notice>
    </div>
  ) : null;
}

type Props = {
  step: StepProps<AskingStep, AskingWork>;
  /** Whether the answers are words, on which the couple's policy has a say. */
  words: boolean;
  show(value: Answer): ReactNode;
  children?: ReactNode;
};

/** Who has finished, and never more, unless the label above the field had said so. */
export function TherapistFrame({ step: props, words, show, children }: Props) {
  const { step, work, people, secrets } = props;
  const sharing = underPolicy(step.sharing, secrets, words);
  return (
    <div className="tview">
      <TherapistHead title={step.common.title} prompt={step.prompt}>
        {work.fate === "closed" && (
          <span className="tag">
            <Icon name="lock" size="s" />
            {t("asking.leftClosed")}
          </span>
        )}
      </TherapistHead>
      <div className="duo" aria-live="polite">
        {partnersOf(people).map((person) => (
          <SeatState key={person.seat} person={person} people={people} work={work} sort={step.kind === "sort"}>
            {work.answers[person.seat] && (
              <section className="duo__answer" aria-label={t("asking.therapist.answer", { name: person.name })}>
                {show((work.answers[person.seat] as { value: Answer }).value)}
              </section>
            )}
          </SeatState>
        ))}
      </div>
      {work.fate === "closed" ? (
        <LeftClosedNotices />
      ) : (
        <p className="seen">
          <Icon name="lock" />
          <span>{rich(sentence(props, sharing.widest, sharing.therapistAtOnce), bold)}</span>
        </p>
      )}
      <Shared people={people} shared={work.shared} me={props.me} />
      {work.fate !== "closed" && <Advice work={work} hint={step.common.therapistHint} />}
      {children && <div className="tview__foot">{children}</div>}
    </div>
  );
}

function sentence({ step, work, people }: StepProps<AskingStep, AskingWork>, widest: Reach, atOnce: boolean) {
  const sorts = step.kind === "sort";
  switch (widest) {
    case "me":
      return "asking.therapist.forThem";
    case "therapist":
      return "asking.therapist.forYou";
    case "room":
      return "asking.therapist.forAll";
    case "reveal": {
      if (work.openable) {
        return sorts ? "asking.therapist.sealedSorts" : "asking.therapist.sealed";
      }
      if (partnersOf(people).every((person) => work.finished.includes(person.seat))) {
        return "asking.therapist.cannotOpen";
      }
      if (atOnce) {
        return "asking.therapist.atOnce";
      }
      return sorts ? "asking.therapist.notYetSorts" : "asking.therapist.notYet";
    }
  }
}

type SeatProps = { person: Person; people: readonly Person[]; work: AskingWork; sort: boolean; children?: ReactNode };

function SeatState({ person, people, work, sort, children }: SeatProps) {
  const finished = work.finished.includes(person.seat);
  const progress = work.progress[person.seat];
  const letters = initials(people.map((each) => each.name));
  return (
    <section className="duo__seat">
      <Mark seat={person.seat} initial={letters[people.indexOf(person)] ?? ""} size="xl" />
      <h3>{person.name}</h3>
      <p className={finished ? "status status--on" : "status"}>
        <Icon name={finished ? "check" : "notYet"} />
        {finished
          ? t("asking.therapist.finished")
          : sort && progress
            ? t("asking.therapist.placing", progress)
            : t("asking.therapist.working")}
      </p>
      {sort && progress && <Ticks {...progress} finished={finished} />}
      {children}
    </section>
  );
}

function Ticks({ done, of, finished }: { done: number; of: number; finished: boolean }) {
  const label =
    finished && done < of
      ? t("asking.therapist.leftOut", { done, of, out: of - done })
      : t("asking.therapist.ticks", { done, of });
  return (
    <div className="ticks" role="img" aria-label={label}>
      {Array.from({ length: of }, (_, i) => (
        <i key={i} className={i < done ? "" : "o"} />
      ))}
    </div>
  );
}
