import { useSyncExternalStore } from "react";

const query = () => matchMedia("(min-width: 1024px)");

/** Room for a panel beside the stage. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (watch) => {
      const wide = query();
      wide.addEventListener("change", watch);
      return () => wide.removeEventListener("change", watch);
    },
    () => query().matches,
  );
}
