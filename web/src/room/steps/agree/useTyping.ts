import { useCallback, useEffect, useRef, useState } from "react";
import type { Seat } from "../../../live/wire.ts";
import type { StepProps } from "../props.ts";

/** What the other types at this moment, in which field. Never journaled, and gone when it was missed. */
export type Live = { readonly from: Seat; readonly field: string; readonly text: string; readonly caret: number };

type Typing = { kind: "typing"; step: string; field: string; text: string | null; caret: number };

const EVERY = 120;
/** Whoever has stopped for so long is thinking, or gone. */
const FADES = 6_000;

type Props = Pick<StepProps<unknown, unknown>, "signal" | "onSignal" | "where">;

/** Sends what is typed here, at most every 120 ms, and hears what the others type. */
export function useTyping({ signal, onSignal, where }: Props) {
  const [live, setLive] = useState<Live | null>(null);
  const step = where.step;

  // Listening begins anew whenever the room changes; what was heard before must fade all the same.
  const fading = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () =>
      onSignal((from, data) => {
        if (!isTyping(data) || data.step !== step) return;
        const { field, text, caret } = data;
        clearTimeout(fading.current);
        fading.current = setTimeout(() => setLive(null), FADES);
        setLive(text === null ? null : { from, field, text, caret });
      }),
    [onSignal, step],
  );
  useEffect(() => () => clearTimeout(fading.current), []);

  const waiting = useRef<Typing | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(signal);
  latest.current = signal;

  const tell = useCallback(
    (field: string, text: string | null, caret = 0) => {
      waiting.current = { kind: "typing", step, field, text, caret };
      const flush = () => {
        timer.current = null;
        if (!waiting.current) return;
        latest.current(waiting.current);
        waiting.current = null;
        timer.current = setTimeout(flush, EVERY);
      };
      if (timer.current === null) flush();
    },
    [step],
  );
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), []);

  return { live, tell };
}

export type Tell = ReturnType<typeof useTyping>["tell"];

function isTyping(data: unknown): data is Typing {
  const typing = data as Partial<Typing> | null;
  return (
    typing?.kind === "typing" &&
    typeof typing.field === "string" &&
    (typing.text === null || typeof typing.text === "string")
  );
}
