import type { Answer } from "../../../live/wire.ts";
import type { ChooseStep } from "../steps-types.ts";

/** What was chosen, in words. */
export function Chosen({ step, value }: { step: ChooseStep; value: Answer }) {
  if (value.kind !== "choose") {
    return null;
  }
  const chosen = step.options.filter((option) => value.options.includes(option.id));
  return (
    <ul className="choose__chosen voice">
      {chosen.map((option) => (
        <li key={option.id}>{option.text}</li>
      ))}
      {value.own && <li>“{value.own}”</li>}
    </ul>
  );
}
