import { describe, expect, it } from "vitest";
import type { Run } from "../room/fold/run.ts";
import type { Step } from "../room/steps/steps-types.ts";
import { nextForBoth, onThePage } from "./work.ts";

const step = (id: string, kind: string) => ({ kind, common: { id, title: id } }) as unknown as Step;
const STEPS = [step("moment", "write"), step("both", "reveal"), step("thanks", "talk"), step("closing", "closing")];
const run = (current: string | null) => ({ current, steps: {} }) as unknown as Run;
const ids = (steps: readonly Step[]) => steps.map((each) => each.common.id);

describe("what stands on the page of homework", () => {
  it("is all of it for one who works alone", () => {
    expect(ids(onThePage(run(null), STEPS, true))).toEqual(["moment", "both", "thanks", "closing"]);
    expect(nextForBoth(run(null), STEPS, true)).toBeUndefined();
  });

  it("ends together before the next part that is for both at once", () => {
    expect(ids(onThePage(run(null), STEPS, false))).toEqual(["moment"]);
    expect(nextForBoth(run(null), STEPS, false)?.common.id).toBe("both");
  });

  it("goes on from what was opened for both", () => {
    expect(ids(onThePage(run("both"), STEPS, false))).toEqual(["moment", "both"]);
    expect(ids(onThePage(run("thanks"), STEPS, false))).toEqual(["moment", "both", "thanks", "closing"]);
    expect(nextForBoth(run("thanks"), STEPS, false)).toBeUndefined();
  });
});
