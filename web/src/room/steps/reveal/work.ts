// What a reveal's views need: what was opened, and the steps that it opens. Pure.
import type { Where } from "../../../live/wire.ts";
import type { Opening } from "../../fold/opening.ts";
import { type Run, stepOf, whereOf } from "../../fold/run.ts";
import type { AskingWork } from "../asking/asking.ts";
import { askingWork } from "../asking/work.ts";
import type { AskingStep, RevealStep, Step } from "../steps-types.ts";

export type Source = { readonly step: AskingStep; readonly where: Where; readonly work: AskingWork };

export type RevealWork = { readonly opening: Opening; readonly sources: readonly Source[] };

export const revealWork = (run: Run, reveal: RevealStep, steps: readonly Step[]): RevealWork => ({
  opening: stepOf(run, reveal.common.id).opening,
  sources: reveal.of.flatMap((id) => {
    const step = steps.find((each) => each.common.id === id);
    return step && isAsking(step) ? [{ step, where: whereOf(run, id), work: askingWork(run, id, steps) }] : [];
  }),
});

const isAsking = (step: Step): step is AskingStep => "sharing" in step;
