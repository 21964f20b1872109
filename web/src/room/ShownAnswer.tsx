import type { Answer } from "../live/wire.ts";
import { Shown as ShownClosing } from "./steps/closing/Shown.tsx";
import { Shown } from "./steps/reveal/SideBySide.tsx";
import type { AskingStep } from "./steps/steps-types.ts";

/** An answer of whatever kind, to be read. */
export function ShownAnswer({ step, value }: { step: AskingStep; value: Answer }) {
  return value.kind === "closing" ? <ShownClosing value={value} /> : <Shown step={step} value={value} />;
}
