import { useId } from "react";
import { t } from "../../../i18n/t.ts";
import type { Reach } from "../../../live/wire.ts";
import type { Days } from "../props.ts";

const NAMES = {
  me: "asking.who.me",
  therapist: "asking.who.therapist",
  reveal: "asking.who.reveal",
  room: "asking.who.room",
} as const;

const OVER_DAYS = { ...NAMES, reveal: "asking.days.who.reveal", room: "asking.days.who.room" } as const;

type Props = {
  offered: readonly Reach[];
  value: Reach;
  therapist: string;
  /** Where there is little room: the choice in a line, that opens. */
  folded?: boolean;
  days: Days;
  onChange(reach: Reach): void;
};

/** A narrower audience than the step's, chosen before sealing; there is no way to a wider one. */
export function Reaches(props: Props) {
  if (props.offered.length < 2) {
    return null;
  }
  if (!props.folded) {
    return <Choices {...props} />;
  }
  return (
    <details className="reaches__fold">
      <summary>{t("asking.who.change")}</summary>
      <Choices {...props} />
    </details>
  );
}

function Choices({ offered, value, therapist, days, onChange }: Props) {
  const name = useId();
  const names = days ? OVER_DAYS : NAMES;
  return (
    <fieldset className="reaches">
      <legend className="flabel">{t(days ? "asking.days.who" : "asking.who")}</legend>
      <div className="reaches__all">
        {offered.map((reach) => (
          <label key={reach} className="reaches__one">
            <input type="radio" name={name} value={reach} checked={reach === value} onChange={() => onChange(reach)} />
            <span>{t(names[reach], { therapist })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
