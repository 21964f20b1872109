import { useEffect, useRef } from "react";

// One polite live region for the page, at most one sentence a second; of a burst the newest wins.
let region: HTMLElement | undefined;
let waiting: string | undefined;
let freeAt = 0;

/** Lets a screen reader say a sentence when it has a moment. */
export function say(sentence: string): void {
  waiting = sentence;
  setTimeout(flush, Math.max(0, freeAt - Date.now()));
}

/** Says a sentence when it changes, not when it first appears. */
export function useSaidOnChange(sentence: string): void {
  const before = useRef(sentence);
  useEffect(() => {
    if (before.current === sentence) return;
    before.current = sentence;
    say(sentence);
  }, [sentence]);
}

function flush(): void {
  if (waiting === undefined || Date.now() < freeAt) return;
  region ??= made();
  // The same words twice are no change to a screen reader: a space without width makes them one.
  region.textContent = region.textContent === waiting ? `${waiting}\u00a0` : waiting;
  waiting = undefined;
  freeAt = Date.now() + 1_000;
}

function made(): HTMLElement {
  const element = document.createElement("div");
  element.id = "say";
  element.className = "vh";
  element.setAttribute("role", "status");
  document.body.append(element);
  return element;
}
