import { useEffect, useState } from "react";

/** Where the server does not say how long: sooner than it would. */
const USUAL = 15;
const LOOK = 10_000;

/** Whether this page has been left alone for so long that it should be emptied. */
export function isIdle(lastActedAt: number, minutes: number, now: number): boolean {
  return now - lastActedAt >= minutes * 60_000;
}

/**
 * The server locks a session that is idle, but it cannot take a page off the screen. So the page counts too, from what
 * the person does. Asking the server would count as an act itself. An open room is never locked away from somebody.
 */
export function useIdleLock(minutes = USUAL): boolean {
  const [locked, setLocked] = useState(false);
  useEffect(() => {
    let actedAt = Date.now();
    const acted = () => {
      actedAt = Date.now();
    };
    const look = () => {
      if (location.pathname.startsWith("/room/")) acted();
      else if (isIdle(actedAt, minutes, Date.now())) setLocked(true);
    };
    const signs = ["pointerdown", "keydown", "wheel", "touchstart"] as const;
    for (const sign of signs) addEventListener(sign, acted, { passive: true, capture: true });
    document.addEventListener("visibilitychange", look);
    const timer = setInterval(look, LOOK);
    return () => {
      for (const sign of signs) removeEventListener(sign, acted, { capture: true });
      document.removeEventListener("visibilitychange", look);
      clearInterval(timer);
    };
  }, [minutes]);
  return locked;
}
