import type { KeyboardEvent } from "react";
import type { Act } from "./sort.ts";
import type { Focus } from "./useSort.ts";

export type Press = { act: Act; focus?: Focus } | { walk: -1 | 1 } | null;

/** DESIGN section 6: what a key does to the card that has the focus. */
export function press(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">,
  card: string,
  held: boolean,
  piles: readonly string[],
): Press {
  const { key } = event;
  if (event.ctrlKey || event.metaKey) {
    return key.toLowerCase() === "z" ? { act: { do: "undo" }, focus: "card" } : null;
  }
  return held ? whileHeld(key) : whileLying(key, card, piles);
}

function whileHeld(key: string): Press {
  switch (key) {
    case " ":
    case "Enter":
      return { act: { do: "put" }, focus: "next" };
    case "ArrowLeft":
      return { act: { do: "pile", by: -1 }, focus: "card" };
    case "ArrowRight":
      return { act: { do: "pile", by: 1 }, focus: "card" };
    case "ArrowUp":
      return { act: { do: "place", by: -1 }, focus: "card" };
    case "ArrowDown":
      return { act: { do: "place", by: 1 }, focus: "card" };
    case "Escape":
      return { act: { do: "back" }, focus: "card" };
    default:
      return null;
  }
}

function whileLying(key: string, card: string, piles: readonly string[]): Press {
  const pile = /^[1-9]$/.test(key) ? piles[Number(key) - 1] : undefined;
  if (pile !== undefined) {
    return { act: { do: "send", card, pile }, focus: "next" };
  }
  switch (key) {
    case " ":
    case "Enter":
      return { act: { do: "pick", card }, focus: "card" };
    case "ArrowUp":
      return { walk: -1 };
    case "ArrowDown":
      return { walk: 1 };
    default:
      return null;
  }
}
