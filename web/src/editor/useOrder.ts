import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from "react";
import { t } from "../i18n/t.ts";
import { say } from "../ui/say.ts";

type Order = {
  readonly list: RefObject<HTMLOListElement | null>;
  /** For the part that has the keyboard's focus: Alt and an arrow move the line. */
  keys(at: number): { onKeyDown(event: KeyboardEvent): void };
  /** For the handle: a mouse, a pen or a finger drags by it, and scrolls by everything else. */
  grip(at: number): { onPointerDown(event: PointerEvent): void };
  /** For the list: it holds the pointer, since the line itself changes its place. */
  readonly drag: {
    onPointerMove(event: PointerEvent): void;
    onPointerUp(): void;
    onPointerCancel(): void;
  };
};

/**
 * Lines that are put in order by mouse, finger and keyboard. What moves says where it is now, to those who do not see it.
 *
 * @param name what a line is called aloud
 */
export function useOrder(count: number, move: (from: number, to: number) => void, name: (at: number) => string): Order {
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<number | null>(null);
  const go = (from: number, to: number) => {
    if (to < 0 || to >= count || to === from) return false;
    say(t("editor.moved", { name: name(from), n: to + 1, of: count }));
    move(from, to);
    return true;
  };
  return {
    list,
    keys: (at) => ({
      onKeyDown(event) {
        if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
        event.preventDefault();
        const to = at + (event.key === "ArrowUp" ? -1 : 1);
        const selector = event.currentTarget.getAttribute("data-order") ?? "";
        // The browser forgets the focus of a line that is put elsewhere.
        if (go(at, to)) requestAnimationFrame(() => focusIn(list.current, to, selector));
      },
    }),
    grip: (at) => ({
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.preventDefault();
        held.current = at;
        list.current?.setPointerCapture(event.pointerId);
      },
    }),
    drag: {
      onPointerMove(event) {
        if (held.current === null) return;
        const to = lineAt(list.current, event.clientY);
        if (to !== null && go(held.current, to)) held.current = to;
      },
      onPointerUp() {
        held.current = null;
      },
      onPointerCancel() {
        held.current = null;
      },
    },
  };
}

function focusIn(list: HTMLElement | null, at: number, part: string): void {
  list?.children[at]?.querySelector<HTMLElement>(`[data-order="${part}"]`)?.focus();
}

/** The line whose middle half is there: at its edges nothing jumps to and fro. */
function lineAt(list: HTMLElement | null, y: number): number | null {
  const at = [...(list?.children ?? [])].findIndex((line) => {
    const { top, height } = line.getBoundingClientRect();
    return y > top + height / 4 && y < top + (height * 3) / 4;
  });
  return at < 0 ? null : at;
}
