import { t } from "../../../i18n/t.ts";
import { TherapistHint } from "../asking/TherapistFrame.tsx";
import type { AgreeProps } from "./Clause.tsx";
import Page from "./Partner.tsx";

/** The therapist reads along, and neither writes nor signs. */
export default function Therapist(props: AgreeProps) {
  return (
    <>
      <Page {...props} />
      <div className="agree__therapist">
        <p className="meta">{t("agree.therapist")}</p>
        <TherapistHint hint={props.step.common.therapistHint} />
      </div>
    </>
  );
}
