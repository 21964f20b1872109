// The way out. Whoever looks over a shoulder a second later must see nothing, and Back must show nothing.

const NEUTRAL = "/away.html";
const WITHIN = 2_000;
const PRESSES = 3;

/** Empties the page, ends this browser's session and goes to a page without a name. To others it is a lost line. */
export function leaveNow(): void {
  document.title = "";
  document.documentElement.replaceChildren();
  // keepalive, since the page is gone before the request is; a beacon could not carry the header against forged requests.
  void fetch("/api/session/end", {
    method: "POST",
    keepalive: true,
    headers: { "x-accord": "1", "content-type": "application/json" },
    body: "{}",
  }).catch(() => undefined);
  location.replace(NEUTRAL);
}

/** Whether an Escape belongs to something else: an open dialog or menu, a held card, words being composed. */
export function escapeIsTaken(event: Pick<KeyboardEvent, "isComposing" | "repeat">, page: ParentNode): boolean {
  const open = page.querySelector("dialog[open], :popover-open, [data-held]");
  return event.isComposing || event.repeat || open !== null;
}

/** Counts presses: true when the third of them comes within two seconds of the first. */
export function presses(now: () => number): () => boolean {
  let times: number[] = [];
  return () => {
    const at = now();
    times = [...times.filter((time) => at - time < WITHIN), at];
    return times.length >= PRESSES;
  };
}

/** Listens for Escape three times, and leaves nothing behind for Back. Returns how to stop. */
export function armQuickExit(): () => void {
  const pressed = presses(() => performance.now());
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !escapeIsTaken(event, document) && pressed()) leaveNow();
  };
  addEventListener("keydown", onKey, { capture: true });
  return () => removeEventListener("keydown", onKey, { capture: true });
}

/** A page kept for Back would show what was on it: it is emptied when left, and loaded anew when it returns. */
export function emptyWhenLeft(): void {
  addEventListener("pagehide", () => document.getElementById("root")?.replaceChildren());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}
