import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { list } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { Mark } from "../ui/Mark.tsx";
import { initials } from "../ui/marks.ts";
import { Seen } from "../ui/Seen.tsx";
import { filled } from "./exercise.ts";
import { useHere } from "./here.ts";
import { nameOf, namesOf, partnersOf } from "./names.ts";
import { exerciseQuery } from "./queries.ts";
import type { Staged as OnStage } from "./room.ts";
import { ShownAnswer } from "./ShownAnswer.tsx";
import type { AskingStep } from "./steps/steps-types.ts";

/** What was handed in for all three, before all three: the same words for each of them. */
export function Staged({ staged, arrived, children }: { staged: OnStage; arrived(): void; children?: ReactNode }) {
  const { info, people, me } = useHere();
  const exercise = useQuery(exerciseQuery(info.id, staged.digest)).data;
  const step = exercise?.steps.find((each) => each.common.id === staged.step) as AskingStep | undefined;
  useEffect(() => {
    if (step) arrived();
  }, [step, arrived]);
  if (!step) return null;
  const marks = initials(people.map((each) => each.name));
  const partners = list(partnersOf(people).map((each) => each.name));
  const question = filled(step, { ...namesOf(people, me), partner: partners });
  return (
    <div className="staged">
      <div className="stack stack--s">
        <h2 className="title" tabIndex={-1} data-step-heading>
          {question.prompt}
        </h2>
        <p className="lead">{t("room.staged.from", { title: exercise?.title ?? "" })}</p>
        <Seen
          id="staged-seen"
          people={people.map((each) => ({ ...each, on: true }))}
          spoken={t("room.staged.seenSpoken")}
        >
          {rich("room.staged.seen", { b: (inner) => <b>{inner}</b> })}
        </Seen>
      </div>
      <div className="staged__all">
        {staged.answers.map(({ seat, value }) => (
          <section key={seat} className="staged__one" aria-label={nameOf(people, seat)}>
            <p className="row strong">
              <Mark seat={seat} initial={marks[people.findIndex((each) => each.seat === seat)] ?? ""} size="s" />
              {nameOf(people, seat)}
            </p>
            <ShownAnswer step={step} value={value} />
          </section>
        ))}
      </div>
      {children}
    </div>
  );
}
