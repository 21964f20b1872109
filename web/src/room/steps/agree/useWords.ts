import { useEffect, useRef, useState } from "react";
import { clean } from "../asking/shown.ts";
import type { Outcome } from "../props.ts";

const REST = 2_000;

type Props = {
  /** The words as all have them, and their version. */
  text: string;
  version: number;
  save(text: string, base: number): Promise<Outcome>;
  onTyped(text: string | null, caret: number): void;
};

/**
 * A field whose words are saved after a rest of two seconds and on leaving it. While somebody types, nothing that
 * arrives may change what is under the hands; and what was refused stays in the field.
 */
export function useWords({ text, version, save, onTyped }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Outcome | null>(null);
  const base = useRef(version);
  const latest = useRef(typed);
  latest.current = typed;

  async function commit(from = base.current) {
    const words = typed === null ? null : clean(typed).trim();
    if (words === null || words === text || words === "") {
      setTyped(null);
      setTrouble(null);
      return;
    }
    base.current = from + 1; // of the version that this makes, if more is typed before it is confirmed
    const outcome = await save(words, from);
    if (outcome !== "done") {
      setTrouble(outcome);
    } else if (latest.current !== null && clean(latest.current).trim() === words) {
      setTyped(null);
    }
  }

  // The rest begins anew with each letter, and with nothing else.
  useEffect(() => {
    if (typed === null || trouble !== null) return;
    const later = setTimeout(() => void commit(), REST);
    return () => clearTimeout(later);
  }, [typed, trouble]);

  return {
    value: typed ?? text,
    trouble,
    field: {
      value: typed ?? text,
      onChange: ({ target }: { target: HTMLTextAreaElement | HTMLInputElement }) => {
        if (typed === null) base.current = version;
        setTyped(target.value);
        onTyped(target.value, target.selectionStart ?? 0);
      },
      onBlur: () => {
        onTyped(null, 0);
        if (trouble === null) void commit();
      },
    },
    /** After the words had moved on: mine instead of what stands there now. */
    useMine: () => {
      setTrouble(null);
      void commit(version);
    },
  };
}
