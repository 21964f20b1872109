import { expect, test } from "vitest";
import type { RoomCommand, Seat } from "../live/wire.ts";
import { stepOf, whereOf } from "../room/fold/run.ts";
import { blank, stepsOf } from "./form.ts";
import { stepToShow } from "./step.ts";
import { acted, begun, type Trial, type TrialSeat } from "./trial.ts";

const trial = () => begun(stepsOf(blank()).flatMap((step) => stepToShow(step) ?? []));
const seal = (now: Trial, by: TrialSeat, text: string): Trial => {
  const where = whereOf(now.runs[by], "write");
  const command: RoomCommand = {
    type: "Seal",
    data: { where, reach: "reveal", answer: { kind: "write", text }, shown: "" },
  };
  return acted(now, by, command);
};
const openable = (now: Trial, seat: TrialSeat) => stepOf(now.runs[seat], "reveal").opening.openable;

test("what one seals reaches no other seat before it is opened, and then all three the same", () => {
  const one = seal(trial(), "partner-1", "from the first");
  expect(JSON.stringify(one.runs["partner-1"])).toContain("from the first");
  expect(JSON.stringify([one.runs["partner-2"], one.runs.therapist])).not.toContain("from the first");
  expect(one.runs["partner-2"]).toEqual(trial().runs["partner-2"]);
  const both = seal(one, "partner-2", "from the second");
  expect([openable(one, "therapist"), openable(both, "therapist"), openable(both, "partner-1")]).toEqual([
    false,
    true,
    false,
  ]);
  const opened = acted(both, "therapist", { type: "OpenAnswers", data: { step: "reveal" } } as RoomCommand);
  for (const seat of ["partner-1", "partner-2", "therapist"] as const) {
    const { answers } = stepOf(opened.runs[seat], "reveal").opening.opened[0] ?? { answers: [] };
    expect(answers.map((each: { seat: Seat }) => each.seat)).toEqual(["partner-1", "partner-2"]);
  }
});

test("the therapist hears that one has finished, the other partner does not", () => {
  const one = seal(trial(), "partner-1", "done");
  expect(stepOf(one.runs.therapist, "write").asking.finished).toContain("partner-1");
  expect(stepOf(one.runs["partner-2"], "write").asking.finished).not.toContain("partner-1");
});
