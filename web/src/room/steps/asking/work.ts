// An asking step's work, with what its reveal has made of it. Pure.
import { isLeftClosed, isOpened, type Run, stepOf } from "../../fold/run.ts";
import type { RevealStep, Step } from "../steps-types.ts";
import type { AskingWork } from "./asking.ts";

export function askingWork(run: Run, id: string, steps: readonly Step[]): AskingWork {
  const state = stepOf(run, id);
  const reveal = steps.find((each): each is RevealStep => each.kind === "reveal" && each.of.includes(id));
  return {
    ...state.asking,
    shared: state.shared,
    fate: isOpened(run, id) ? "opened" : isLeftClosed(run, id) ? "closed" : "undecided",
    openable: reveal ? stepOf(run, reveal.common.id).opening.openable : false,
    hint: reveal?.common.therapistHint ?? null,
  };
}
