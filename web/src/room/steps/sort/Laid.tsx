import type { Answer } from "../../../live/wire.ts";
import type { SortStep } from "../steps-types.ts";

/** A sort in words, pile by pile: for its author, and for the therapist where the label said so. */
export function Laid({ step, value }: { step: SortStep; value: Answer }) {
  if (value.kind !== "sort") {
    return null;
  }
  const text = (card: string) =>
    value.own.find((each) => each.card === card)?.text ?? step.cards.find((each) => each.id === card)?.text;
  return (
    <dl className="facts">
      {step.piles.map((pile) => (
        <div key={pile.id}>
          <dt>{pile.text}</dt>
          <dd className="voice">
            {(value.piles.find((each) => each.pile === pile.id)?.cards ?? []).map(text).join(" · ")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
