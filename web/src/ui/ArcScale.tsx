import { type ReactNode, useId } from "react";
import { t } from "../i18n/t.ts";
import { arc, stops } from "./arc.ts";

type Props = {
  legend: ReactNode;
  low: string;
  high: string;
  /** Nothing is chosen beforehand. */
  value: number | undefined;
  onChange(value: number): void;
  min?: number;
  max?: number;
  describedBy?: string;
};

/** A scale as an arch of radio buttons: arrows move and choose, each stop can be hit with a thumb. */
export function ArcScale({ legend, low, high, value, onChange, min = 0, max = 10, describedBy }: Props) {
  const id = useId();
  const all = stops(min, max);
  const at = all.find((stop) => stop.value === value);
  return (
    <fieldset className="arcscale" aria-describedby={describedBy}>
      <legend className="subhead">{legend}</legend>
      <div className="arcscale__box">
        <svg className="arcscale__arc" viewBox="0 0 350 214" aria-hidden="true">
          <path className="arc-bg" d={arc(1)} />
          {at && at.share > 0 && <path className="arc-on" d={arc(at.share)} />}
        </svg>
        {all.map((stop) => (
          <label key={stop.value} className="arcscale__stop" style={{ left: `${stop.x}px`, top: `${stop.y}px` }}>
            <input
              type="radio"
              name={id}
              value={stop.value}
              checked={stop.value === value}
              onChange={() => onChange(stop.value)}
            />
            <span>{stop.value}</span>
          </label>
        ))}
        <output className={value === undefined ? "arcscale__value arcscale__value--none" : "arcscale__value"}>
          {value ?? t("ui.notChosen")}
        </output>
      </div>
      <p className="arcscale__ends meta">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </fieldset>
  );
}
