import { type ReactNode, useId, useRef } from "react";
import { roving } from "./roving.ts";

export type Tab = { id: string; name: ReactNode; panel: ReactNode };
type Props = { label: string; tabs: readonly Tab[]; current: string; onChange(id: string): void; compact?: boolean };

/** Panels of which one is seen. Arrows change it, Tab goes into the panel. */
export function Tabs({ label, tabs, current, onChange, compact }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.find((tab) => tab.id === current);
  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        tabIndex={-1}
        className={compact ? "seg seg--compact" : "seg"}
        onKeyDown={roving(list, "[role=tab]", (to) => onChange(to.dataset.tab ?? current))}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === current ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`} className="tabpanel">
        {shown?.panel}
      </div>
    </>
  );
}
