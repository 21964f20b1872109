import type { KeyboardEvent, RefObject } from "react";

/**
 * Arrows inside, one Tab stop for the whole: for toolbars, tabs and rows of buttons. Give its result to `onKeyDown`
 * of the container; the parts have tabIndex 0 for the current one and -1 for the others.
 */
export function roving(container: RefObject<HTMLElement | null>, selector: string, onMove?: (to: HTMLElement) => void) {
  return (event: KeyboardEvent) => {
    const all = [...(container.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    next?.focus();
    if (next) onMove?.(next);
  };
}
