import { useId } from "react";
import { t } from "../../../i18n/t.ts";
import type { Reach } from "../../../live/wire.ts";

const NAMES = {
  me: "asking.who.me",
  therapist: "asking.who.therapist",
  reveal: "asking.who.reveal",
  room: "asking.who.room",
} as const;

type Props = { offered: readonly Reach[]; value: Reach; therapist: string; onChange(reach: Reach): void };

/** A narrower audience than the step's, chosen before sealing; there is no way to a wider one. */
export function Reaches({ offered, value, therapist, onChange }: Props) {
  const name = useId();
  if (offered.length < 2) {
    return null;
  }
  return (
    <fieldset className="reaches">
      <legend className="flabel">{t("asking.who")}</legend>
      <div className="reaches__all">
        {offered.map((reach) => (
          <label key={reach} className="reaches__one">
            <input type="radio" name={name} value={reach} checked={reach === value} onChange={() => onChange(reach)} />
            <span>{t(NAMES[reach], { therapist })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
