import { useEffect } from "react";

/** Alt and a letter, wherever the focus is. */
export function AltKey({ letter, onPress }: { letter: string; onPress(): void }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey && event.key.toLowerCase() === letter) {
        event.preventDefault();
        onPress();
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [letter, onPress]);
  return null;
}
