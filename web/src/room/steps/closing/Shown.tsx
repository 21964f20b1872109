import { t } from "../../../i18n/t.ts";
import type { Answer } from "../../../live/wire.ts";

/** A closing in words: to its author, and to the therapist unless it was narrowed. */
export function Shown({ value }: { value: Answer }) {
  if (value.kind !== "closing") {
    return null;
  }
  const { number, word } = value;
  const text =
    number === undefined
      ? t("closing.noNumber", { word: word ?? "" })
      : word
        ? t("closing.numberWord", { number, word })
        : t("closing.number", { number });
  return <p className="voice voice--l">{text}</p>;
}
