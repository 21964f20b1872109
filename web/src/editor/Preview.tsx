import { useMemo, useState } from "react";
import { t } from "../i18n/t.ts";
import { Choices } from "../ui/Choices.tsx";
import { type Fields, stepsOf, textOf } from "./form.ts";
import { Phone } from "./Phone.tsx";
import { Seat } from "./Seat.tsx";
import { stepToShow } from "./step.ts";
import { begun, type Trial } from "./trial.ts";

type Size = "phone" | "laptop";

/** What a partner sees of this step while it is being written. */
export function Preview({ form, at }: { form: Fields; at: number }) {
  const [size, setSize] = useState<Size>("phone");
  const steps = useMemo(() => stepsOf(form).flatMap((step) => stepToShow(step) ?? []), [form]);
  const [kept, setKept] = useState<{ at: number; trial: Trial }>(() => ({ at, trial: begun(steps) }));
  const ids = steps.map((step) => step.common.id).join();
  // The words follow what is typed; what was tried stays as long as it is the same step.
  const same = kept.at === at && kept.trial.steps.map((step) => step.common.id).join() === ids;
  const trial = same ? { ...kept.trial, steps } : begun(steps);
  return (
    <div className="stack">
      <Choices
        legend={t("editor.size")}
        quiet
        value={size}
        onChange={setSize}
        options={[
          { value: "phone", name: t("editor.phone") },
          { value: "laptop", name: t("editor.laptop") },
        ]}
      />
      <Phone title={textOf(form, "title")} size={size} label={t("editor.see")}>
        <Seat
          trial={trial}
          seat="partner-1"
          at={at}
          onAct={(change) => setKept((now) => ({ at, trial: change(same ? { ...now.trial, steps } : trial) }))}
        />
      </Phone>
      <p className="meta ed__follows">{t("editor.follows")}</p>
    </div>
  );
}
