import { type FocusEvent, type ReactNode, useEffect, useRef } from "react";
import { roving } from "./roving.ts";

/** A row of controls that is one Tab stop: it remembers the control that was used last. */
export function Toolbar({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  const controls = () => [...(bar.current?.querySelectorAll<HTMLElement>("button, a[href]") ?? [])];
  const stop = (at: HTMLElement) => {
    for (const control of controls()) control.tabIndex = control === at ? 0 : -1;
  };
  useEffect(() => {
    // Controls come and go with the state of the room; one of them must always be reachable.
    const all = controls();
    const current = all.find((control) => control.tabIndex === 0) ?? all[0];
    if (current && all.filter((control) => control.tabIndex === 0).length !== 1) stop(current);
  });
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      tabIndex={-1}
      className={className}
      onKeyDown={roving(bar, "button, a[href]")}
      onFocus={(event: FocusEvent) =>
        controls().includes(event.target as HTMLElement) && stop(event.target as HTMLElement)
      }
    >
      {children}
    </div>
  );
}
