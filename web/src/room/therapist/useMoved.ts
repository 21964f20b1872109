import { useEffect, useRef } from "react";

/** After a move the focus is at the new step's heading, unless somebody writes. */
export function useMoved(moves: number) {
  const stage = useRef<HTMLElement>(null);
  const before = useRef(moves);
  useEffect(() => {
    if (before.current === moves) return;
    before.current = moves;
    const at = document.activeElement;
    if (at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement) return;
    requestAnimationFrame(() => stage.current?.querySelector<HTMLElement>("[data-step-heading]")?.focus());
  }, [moves]);
  return stage;
}
