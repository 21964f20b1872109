import { type PointerEvent, useRef } from "react";
import type { Spot } from "./sort.ts";
import type { Sorting } from "./useSort.ts";

/** So far a press may tremble before it is a drag. */
const TREMBLE = 6;

/**
 * Dragging with a mouse or a pen; fingers have buttons, since a finger that drags cannot scroll. The root captures the
 * pointer: the card itself is drawn anew when it changes its pile, and would lose it.
 */
export function useDrag({ run, root }: Sorting) {
  const drag = useRef<{ card: string; x: number; y: number; on: boolean } | null>(null);
  const dropped = useRef(false);

  return {
    /** Whether the click that follows belongs to a drag, and is no press. */
    isDrop: () => {
      const was = dropped.current;
      dropped.current = false;
      return was;
    },
    onDown(event: PointerEvent<HTMLElement>, card: string) {
      dropped.current = false;
      if (event.button === 0 && event.pointerType !== "touch") {
        drag.current = { card, x: event.clientX, y: event.clientY, on: false };
      }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const held = drag.current;
      if (!held) return;
      if (!held.on) {
        if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < TREMBLE) return;
        held.on = true;
        root.current?.setPointerCapture(event.pointerId);
        run({ do: "pick", card: held.card });
      }
      const to = under(event, held.card);
      if (to) run({ do: "over", to });
    },
    onPointerUp() {
      const held = drag.current;
      drag.current = null;
      if (held?.on) {
        dropped.current = true;
        run({ do: "put" }, "next");
      }
    },
    onPointerCancel() {
      drag.current = null;
      run({ do: "back" });
    },
  };
}

function under(event: PointerEvent, card: string): Spot | undefined {
  const at = document
    .elementsFromPoint(event.clientX, event.clientY)
    .find((each): each is HTMLElement => each instanceof HTMLElement && each.dataset.pile !== undefined);
  if (!at) return undefined;
  if (at.dataset.pile === "") return { pile: null, index: 0 };
  const cards = [...at.querySelectorAll<HTMLElement>("[data-card]")];
  const held = cards.findIndex((each) => each.dataset.card === card);
  // Measured as if the held card lay nowhere: else its own place pushes the others on, and it jumps to and fro.
  const room = held < 0 ? 0 : spread(cards, held);
  const above = cards.filter((each, i) => {
    const { top, height } = each.getBoundingClientRect();
    return i !== held && top - (held >= 0 && i > held ? room : 0) + height / 2 < event.clientY;
  });
  return { pile: at.dataset.pile ?? null, index: above.length };
}

/** How much further down the cards below lie because of this one. */
function spread(cards: readonly HTMLElement[], at: number): number {
  const height = cards[at]?.offsetHeight ?? 0;
  const next = cards[at + 1];
  const here = cards[at];
  return next && here ? next.offsetTop - here.offsetTop : height;
}
