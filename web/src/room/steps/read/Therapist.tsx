import { t } from "../../../i18n/t.ts";
import { TherapistHead, TherapistHint } from "../asking/TherapistFrame.tsx";
import type { StepProps } from "../props.ts";
import type { ReadStep } from "../steps-types.ts";
import { Text } from "./Text.tsx";

export default function Therapist({ step }: StepProps<ReadStep, null>) {
  return (
    <div className="tview">
      <TherapistHead title={step.common.title} />
      <TherapistHint hint={step.common.therapistHint} />
      <section className="read__theirs" aria-label={t("read.therapist")}>
        <p className="meta strong">{t("read.therapist")}</p>
        <Text step={step} />
      </section>
    </div>
  );
}
