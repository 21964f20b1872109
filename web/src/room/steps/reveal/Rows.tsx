import { t } from "../../../i18n/t.ts";
import type { Seat } from "../../../live/wire.ts";
import { Button } from "../../../ui/Button.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { initials } from "../../../ui/marks.ts";
import { isPartner, nameOf } from "../asking/who.ts";
import type { Person, StepProps } from "../props.ts";
import type { RevealStep } from "../steps-types.ts";
import type { RevealWork } from "./work.ts";

export type RevealProps = StepProps<RevealStep, RevealWork>;

export const letterOf = (people: readonly Person[], seat: Seat) =>
  initials(people.map((each) => each.name))[people.findIndex((each) => each.seat === seat)] ?? "";

export const whose = (people: readonly Person[], me: Seat, seat: Seat) =>
  seat === me ? t("reveal.you") : nameOf(people, seat);

/** Who would like to talk about this row, and one's own wish; for the therapist the choice. */
export function Wants({ step: props, row, card }: { step: RevealProps; row: string; card: boolean }) {
  const { step, work, me, people, where, send } = props;
  const marks = work.opening.marks[row] ?? [];
  const on = marks.includes(me);
  const chosen = work.opening.chosen === row;
  return (
    <>
      {marks
        .filter((seat) => seat !== me)
        .map((seat) => (
          <span key={seat} className="status">
            <Mark seat={seat} initial={letterOf(people, seat)} size="xs" />
            <span>{t("reveal.wants", { name: nameOf(people, seat) })}</span>
          </span>
        ))}
      {step.markToTalk && isPartner(me) && (
        <Button
          look="quiet"
          size="compact"
          icon="bookmark"
          aria-pressed={on}
          onClick={() => void send({ type: "MarkToTalk", data: { where, row, on: !on } })}
        >
          <span>{t("reveal.want")}</span>
        </Button>
      )}
      {!isPartner(me) && !chosen && (
        <Button
          look="quiet"
          size="compact"
          icon="check"
          onClick={() => void send({ type: "ChooseRow", data: { where, row } })}
        >
          <span>{t(card ? "reveal.choose" : "reveal.chooseAnswer")}</span>
        </Button>
      )}
    </>
  );
}

export function ChosenNote({
  step: { work, me, people },
  row,
  card,
}: {
  step: RevealProps;
  row: string;
  card: boolean;
}) {
  if (work.opening.chosen !== row) {
    return null;
  }
  const therapist = nameOf(people, "therapist");
  const words = isPartner(me)
    ? t(card ? "reveal.chosen" : "reveal.chosenAnswer", { therapist })
    : t(card ? "reveal.chosenMine" : "reveal.chosenAnswerMine");
  return <p className="meta">{words}</p>;
}
