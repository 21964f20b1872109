import { useRef, useState } from "react";
import type { Answer, Reach } from "../../../live/wire.ts";
import type { Outcome, StepProps } from "../props.ts";
import type { AskingStep } from "../steps-types.ts";
import { type AskingWork, offered, underPolicy } from "./asking.ts";
import { seenText } from "./SeenLabel.tsx";
import { shownHash } from "./shown.ts";

export type Stage = "open" | "sealed" | "left";

/**
 * The way of an answer: which audience its author has chosen, sealing, leaving out and reopening. None of these is
 * shown before the server has said yes, since a person must be able to rely on what the label says.
 */
export function useSealing<S extends AskingStep>(
  props: StepProps<S, AskingWork>,
  words: boolean,
  /** The server has it: what was kept beside it as a draft may go. */
  onSealed?: () => void,
) {
  const { step, work, where, me, people, secrets, days, send } = props;
  const sharing = underPolicy(step.sharing, secrets, words);
  const reaches = offered(sharing);
  const [chosen, setChosen] = useState<Reach | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Outcome | null>(null);
  const [backAgain, setBackAgain] = useState(false);
  const running = useRef(false);
  const mine = work.answers[me];
  const reach = mine?.reach ?? (chosen && reaches.includes(chosen) ? chosen : sharing.widest);
  const sorts = step.kind === "sort";
  const atOnce = sharing.therapistAtOnce;

  async function once(what: () => Promise<Outcome>) {
    if (running.current) {
      return; // a second press while the first is on its way
    }
    running.current = true;
    setBusy(true);
    setRefused(null);
    const outcome = await what();
    running.current = false;
    setBusy(false);
    setRefused(outcome === "done" ? null : outcome);
  }

  return {
    reach,
    reaches,
    atOnce,
    sorts,
    busy,
    refused,
    stage: (mine ? "sealed" : work.left && !backAgain ? "left" : "open") satisfies Stage as Stage,
    /** What all have read is frozen, and what was left closed stays as it was. */
    mayReopen: mine
      ? (reach !== "room" || days === "alone") && !(reach === "reveal" && work.fate !== "undecided")
      : true,
    choose: setChosen,
    seal: (answer: Answer) =>
      once(async () => {
        const label = seenText({ people, me, reach, sealed: false, atOnce, sorts, days });
        const shown = await shownHash(step.prompt, label);
        const outcome = await send({ type: "Seal", data: { where, reach, answer, shown } });
        if (outcome === "done") onSealed?.();
        return outcome;
      }),
    skip: () =>
      once(async () => {
        setBackAgain(false);
        return work.left ? "done" : send({ type: "Skip", data: { where } });
      }),
    /** Who left it out has nothing sealed: coming back is a matter of this page alone. */
    reopen: () =>
      once(async () => {
        setBackAgain(true);
        return mine ? send({ type: "Reopen", data: { where } }) : "done";
      }),
  };
}

export type Sealing = ReturnType<typeof useSealing>;
