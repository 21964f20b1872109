import { type ReactNode, useId } from "react";

export type Option<T extends string> = { value: T; name: ReactNode };
type Props<T extends string> = {
  legend: string;
  /** The legend is only for those who listen. */
  quiet?: boolean;
  options: readonly Option<T>[];
  value: NoInfer<T>;
  onChange(value: NoInfer<T>): void;
};

/** One of a few: native radios in a row, so that arrows move and choose. */
export function Choices<T extends string>({ legend, quiet, options, value, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend className={quiet ? "vh" : "flabel"}>{legend}</legend>
      <div className="seg">
        {options.map((option) => (
          <label key={option.value} className="choices__one">
            <input
              type="radio"
              className="vh"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
