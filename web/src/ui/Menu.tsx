import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";

export type Choice = { id: string; name: string; note?: string; mark?: ReactNode; chosen?: boolean };
type Props = {
  /** The menu's name, and the button's where `children` are only a picture. */
  label: string;
  children: ReactNode;
  choices: readonly Choice[];
  onChoose(id: string): void;
  className?: string;
  describedBy?: string;
};

/** A button and its menu. Light dismiss and the top layer come from the browser (popover), arrows and letters from here. */
export function Menu({ label, children, choices, onChoose, className = "btn btn--secondary", describedBy }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];

  function show(last = false) {
    if (!list.current || !button.current) return;
    list.current.showPopover();
    place(list.current, button.current.getBoundingClientRect());
    items()
      .at(last ? -1 : 0)
      ?.focus();
  }
  function hide() {
    list.current?.hidePopover();
    button.current?.focus();
  }
  function onKey(event: KeyboardEvent) {
    const all = items();
    const to = target(event.key, all, all.indexOf(document.activeElement as HTMLElement));
    if (to !== undefined) {
      event.preventDefault();
      all[to]?.focus();
    }
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      hide();
    }
    if (event.key === "Tab") list.current?.hidePopover();
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={typeof children === "string" && children === label ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        aria-describedby={describedBy}
        onClick={() => (open ? hide() : show())}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          show(event.key === "ArrowUp");
        }}
      >
        {children}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className="menu"
        onToggle={(event) => setOpen(event.newState === "open")}
        onKeyDown={onKey}
      >
        {choices.map((choice) => (
          <MenuItem
            key={choice.id}
            choice={choice}
            onChoose={() => {
              hide();
              onChoose(choice.id);
            }}
          />
        ))}
      </div>
    </>
  );
}

function MenuItem({ choice, onChoose }: { choice: Choice; onChoose(): void }) {
  const words = (
    <>
      {choice.mark}
      <span className="grow">
        {choice.name}
        {choice.note && <span className="meta">{choice.note}</span>}
      </span>
    </>
  );
  return choice.chosen === undefined ? (
    <button type="button" role="menuitem" tabIndex={-1} className="menu__item" onClick={onChoose}>
      {words}
    </button>
  ) : (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={choice.chosen}
      tabIndex={-1}
      className="menu__item"
      onClick={onChoose}
    >
      {words}
    </button>
  );
}

function target(key: string, all: HTMLElement[], at: number): number | undefined {
  if (key === "ArrowDown") return (at + 1) % all.length;
  if (key === "ArrowUp") return (at - 1 + all.length) % all.length;
  if (key === "Home") return 0;
  if (key === "End") return all.length - 1;
  if (key.length !== 1 || key === " ") return undefined;
  const found = all.findIndex((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
  return found < 0 ? undefined : found;
}

/** Below the button where there is room, else above; never outside of the window. */
function place(list: HTMLElement, button: DOMRect): void {
  const below = button.bottom + 6 + list.offsetHeight <= innerHeight;
  const left = Math.max(8, Math.min(button.left, innerWidth - list.offsetWidth - 8));
  const top = below ? button.bottom + 6 : Math.max(8, button.top - list.offsetHeight - 6);
  list.style.setProperty("left", `${left}px`);
  list.style.setProperty("top", `${top}px`);
}
