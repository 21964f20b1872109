import type { ReactNode } from "react";
import { type Key, rich, t } from "../../../i18n/t.ts";
import type { Answer } from "../../../live/wire.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { initials } from "../../../ui/marks.ts";
import { Notice } from "../../../ui/Notice.tsx";
import type { Person, StepProps } from "../props.ts";
import type { AskingStep, Common } from "../steps-types.ts";
import { type Asking, underPolicy } from "./asking.ts";
import { partnersOf } from "./who.ts";
import "./asking.css";

export const bold = { b: (inner: ReactNode) => <b>{inner}</b> };

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

export function TherapistHint({ common, title = t("asking.hint") }: { common: Common; title?: string }) {
  return common.therapistHint ? (
    <div className="tview__hint">
      <Notice look="plain">
        <p>
          <span className="strong">{title}</span> {common.therapistHint}
        </p>
      </Notice>
    </div>
  ) : null;
}

type Props = {
  step: StepProps<AskingStep, Asking>;
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
      <TherapistHead title={step.common.title} prompt={step.prompt} />
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
      <p className="seen">
        <Icon name="lock" />
        <span>{rich(sentence(sharing.widest, sharing.therapistAtOnce, step.kind === "sort"), bold)}</span>
      </p>
      <TherapistHint common={step.common} />
      {children && <div className="tview__foot">{children}</div>}
    </div>
  );
}

function sentence(widest: string, atOnce: boolean, sorts: boolean) {
  const key =
    {
      me: "asking.therapist.forThem",
      therapist: "asking.therapist.forYou",
      reveal: atOnce ? "asking.therapist.atOnce" : sorts ? "asking.therapist.notYetSorts" : "asking.therapist.notYet",
      room: "asking.therapist.forAll",
    }[widest] ?? "asking.therapist.forThem";
  return key as Extract<
    Key,
    `asking.therapist.${"forThem" | "forYou" | "atOnce" | "notYet" | "notYetSorts" | "forAll"}`
  >;
}

type SeatProps = { person: Person; people: readonly Person[]; work: Asking; sort: boolean; children?: ReactNode };

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
        // biome-ignore lint/suspicious/noArrayIndexKey: ticks have nothing but their place
        <i key={i} className={i < done ? "" : "o"} />
      ))}
    </div>
  );
}
