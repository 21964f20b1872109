import { t } from "../../../i18n/t.ts";
import type { Answer } from "../../../live/wire.ts";
import { TherapistFrame } from "../asking/TherapistFrame.tsx";
import type { StepProps } from "../props.ts";
import type { SortStep } from "../steps-types.ts";
import type { SortWork } from "./step.ts";
import "./sort.css";

export default function Therapist(props: StepProps<SortStep, SortWork>) {
  const { step } = props;
  return (
    <TherapistFrame step={props} words show={(value) => <Laid step={step} value={value} />}>
      <h3 className="meta strong">{t("sort.therapist.cards", { count: step.cards.length })}</h3>
      <ul className="sort__cards">
        {step.cards.map((card) => (
          <li key={card.id}>{card.text}</li>
        ))}
      </ul>
    </TherapistFrame>
  );
}

/** A sort that the label said the therapist may read. */
function Laid({ step, value }: { step: SortStep; value: Answer }) {
  if (value.kind !== "sort") {
    return null;
  }
  const text = (card: string) =>
    value.own.find((each) => each.card === card)?.text ?? step.cards.find((each) => each.id === card)?.text;
  return (
    <dl className="facts">
      {step.piles.map((pile) => (
        <div key={pile.id}>
          <dt>{pile.text}</dt>
          <dd className="voice">
            {(value.piles.find((each) => each.pile === pile.id)?.cards ?? []).map(text).join(" · ")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
