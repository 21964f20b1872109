import type { ReactNode } from "react";
import { fullDay, list, plainDate, time } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { Mark } from "../ui/Mark.tsx";
import { initials } from "../ui/marks.ts";
import type { Facts, SessionRecord } from "./queries.ts";

type Exercise = Facts["exercises"][number];

/** What the session's journal says, by itself. */
export function FactsList({
  record,
  people,
}: {
  record: SessionRecord;
  people: readonly { seat: string; name: string }[];
}) {
  const { facts } = record;
  return (
    <dl className="facts">
      <Fact name={t("record.when")}>{when(record)}</Fact>
      <Fact name={t("record.who")}>
        <Present facts={facts} />
      </Fact>
      {facts.exercises.length === 0 && <Fact name={t("record.exercise")}>{t("record.noExercise")}</Fact>}
      {facts.exercises.map((exercise, i) => (
        <OneExercise key={`${exercise.title} ${i}`} exercise={exercise} people={people} />
      ))}
    </dl>
  );
}

function Fact({ name, voice, children }: { name: string; voice?: boolean; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={voice ? "voice" : undefined}>{children}</dd>
    </>
  );
}

function when({ facts, zone }: SessionRecord): string {
  const day = fullDay(facts.startsAt, zone);
  const from = time(facts.startsAt, zone);
  if (!facts.endedAt) return t("record.openEnd", { day, from });
  const to = time(facts.endedAt, zone);
  return t(facts.place === "call" ? "record.whenCall" : "record.whenRoom", { day, from, to });
}

function Present({ facts }: { facts: Facts }) {
  if (facts.present.length === 0) return t("record.nobody");
  const letters = initials(facts.present.map((one) => one.name));
  return (
    <span className="row row--wrap rec__who">
      {facts.present.map((one, i) => (
        <span key={one.seat} className="row">
          <Mark seat={one.seat} size="s" initial={letters[i] ?? ""} />
          {one.name}
        </span>
      ))}
    </span>
  );
}

type Props = { exercise: Exercise; people: readonly { seat: string; name: string }[] };

function OneExercise({ exercise, people }: Props) {
  const { title, version, minutes } = exercise;
  return (
    <>
      <Fact name={t("record.exercise")}>
        {minutes === undefined
          ? t("record.version", { title, n: version })
          : t("record.minutes", { title, n: version, minutes })}
      </Fact>
      <Fact name={t("record.steps")}>{exercise.steps.join(" · ") || t("record.noSteps")}</Fact>
      <Fact name={t("record.opened")}>{opened(exercise)}</Fact>
      {exercise.closed.length > 0 && <Fact name={t("record.closed")}>{exercise.closed.join(" · ")}</Fact>}
      {exercise.chosen.length > 0 && (
        <Fact name={t("record.chosen")} voice>
          {exercise.chosen.join(" · ")}
        </Fact>
      )}
      {exercise.saidBack.length > 0 && (
        <Fact name={t("record.saidBack")} voice>
          {exercise.saidBack.map((text) => (
            <span key={text} className="rec__said" dir="auto">
              {t("record.said", { text })} <span className="meta">{t("record.confirmed")}</span>
            </span>
          ))}
        </Fact>
      )}
      {exercise.agreements.map((agreement) => (
        <Fact key={agreement.title} name={t("record.agreement")}>
          {agreed(agreement, people)}
        </Fact>
      ))}
    </>
  );
}

function opened({ opened: all }: Exercise): string {
  if (all.length === 0) return t("record.nothingOpened");
  return all
    .map(({ title, cards }) => (cards === undefined ? title : t("record.openedSort", { title, n: cards })))
    .join(" · ");
}

function agreed(agreement: Exercise["agreements"][number], people: Props["people"]): string {
  const names = list(agreement.signedBy.map((seat) => people.find((one) => one.seat === seat)?.name ?? ""));
  const version = t("record.nth", { n: agreement.version });
  const said = { title: agreement.title, version, names };
  return agreement.reviewOn
    ? t("record.agreedAll", { ...said, day: plainDate(agreement.reviewOn) })
    : t("record.agreedSome", said);
}
