import { t } from "../../../i18n/t.ts";
import { TherapistHead, TherapistHint } from "../asking/TherapistFrame.tsx";
import type { StepProps } from "../props.ts";
import type { GroundStep } from "../steps-types.ts";
import { Arcs } from "./Arcs.tsx";
import "./ground.css";

export default function Therapist({ step }: StepProps<GroundStep, null>) {
  return (
    <div className="tview">
      <TherapistHead title={step.common.title} />
      <div className="ground__t">
        <Arcs />
        <div className="stack">
          {step.text.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph} className="voice">
              {paragraph}
            </p>
          ))}
          <p className="meta">{t("ground.breaths", { breaths: step.breaths })}</p>
          <p className="meta">{step.instead}</p>
        </div>
      </div>
      <p className="meta">{t("ground.therapist")}</p>
      <TherapistHint hint={step.common.therapistHint} />
    </div>
  );
}
