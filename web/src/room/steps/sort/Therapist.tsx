import { t } from "../../../i18n/t.ts";
import { TherapistFrame } from "../asking/TherapistFrame.tsx";
import type { StepProps } from "../props.ts";
import type { SortStep } from "../steps-types.ts";
import { Laid } from "./Laid.tsx";
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
