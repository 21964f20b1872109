import type { ReactNode } from "react";

/** Drawn on a 24 by 24 grid, in the colour of the words beside. */
const ICONS = {
  home: <path d="M4 11.5 12 5l8 6.5V19a1 1 0 0 1-1 1h-4.5v-5.5h-5V20H5a1 1 0 0 1-1-1z" />,
  couples: (
    <>
      <circle cx="8" cy="8.6" r="3.2" />
      <rect x="13.2" y="5.6" width="6" height="6" rx="1.7" />
      <path d="M2.8 19c.5-3.2 2.5-4.8 5.2-4.8s4.7 1.6 5.2 4.8M15 14.4c3.2-.5 5.6 1 6.2 4.6" />
    </>
  ),
  calendar: (
    <>
      <rect x="4" y="5.5" width="16" height="14.5" rx="2.5" />
      <path d="M4 10.2h16M8.5 3.5v4M15.5 3.5v4" />
    </>
  ),
  exercises: (
    <path d="M12 6.6C10 5 7.5 4.7 4.5 5.5v13c3-.8 5.5-.5 7.5 1.1 2-1.6 4.5-1.9 7.5-1.1v-13c-3-.8-5.5-.5-7.5 1.1zM12 6.6v13" />
  ),
  settings: (
    <>
      <path d="M4 8h8.5M17.5 8H20M4 16h2.5M11.5 16H20" />
      <circle cx="15" cy="8" r="2.4" />
      <circle cx="9" cy="16" r="2.4" />
    </>
  ),
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  help: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M9.6 9.6a2.5 2.5 0 1 1 3.6 2.4c-.8.4-1.2.9-1.2 1.9M12 16.8h.01" />
    </>
  ),
  exit: (
    <path d="M14 4.5h5.5V10M19.2 4.8l-8.4 8.4M17.5 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V8A1.5 1.5 0 0 1 6 6.5h4" />
  ),
  grip: <path d="M9 6.5h.01M15 6.5h.01M9 12h.01M15 12h.01M9 17.5h.01M15 17.5h.01" strokeWidth="2.6" />,
  info: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11.3v4.7M12 8h.01" />
    </>
  ),
  lock: (
    <>
      <rect x="5.5" y="10.5" width="13" height="9.5" rx="2.5" />
      <path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />
    </>
  ),
  closed: (
    <>
      <rect x="5" y="10.5" width="14" height="9.5" rx="2.5" />
      <path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14v2.5" />
    </>
  ),
  progress: (
    <>
      <path d="m4 17 5-5 3.5 2.5L20 7" />
      <circle cx="20" cy="7" r="1" />
    </>
  ),
  agreement: (
    <path d="M6 3.5h12a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 19V5A1.5 1.5 0 0 1 6 3.5zM8.5 8h7M8.5 11.5h7M7.5 17c.8-2 1.8-2 2.2-.4s1.2 1 1.8-.2M14 17h2.5" />
  ),
  homework: (
    <>
      <rect x="5" y="4" width="14" height="16.5" rx="2.5" />
      <path d="m8.5 9.5 1.5 1.5 3-3M8.5 15.5h7" />
    </>
  ),
  chat: (
    <path d="M5.5 5h13A1.5 1.5 0 0 1 20 6.5v8.5a1.5 1.5 0 0 1-1.5 1.5H12L7.5 20v-3.5h-2A1.5 1.5 0 0 1 4 15V6.5A1.5 1.5 0 0 1 5.5 5z" />
  ),
  leave: <path d="M13 4H6.5v16H13M11 12h9.5M17 8.5l3.5 3.5-3.5 3.5" />,
  pause: (
    <>
      <circle cx="12" cy="12" r="3" />
      <path d="M12 5.2a6.8 6.8 0 0 1 6.8 6.8M12 18.8A6.8 6.8 0 0 1 5.2 12" />
      <path d="M12 2a10 10 0 0 0-10 10M12 22a10 10 0 0 0 10-10" opacity=".55" />
    </>
  ),
  back: <path d="m14.5 6-6 6 6 6" />,
  forward: <path d="m9.5 6 6 6-6 6" />,
  up: <path d="m6 14.5 6-6 6 6" />,
  down: <path d="m6 9.5 6 6 6-6" />,
  pen: <path d="m5 19 1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L9 18zM14.5 6.5l3 3" />,
  room: <path d="M4 20V9.5L12 4l8 5.5V20M9.5 20v-5.5h5V20" />,
  close: <path d="m6.5 6.5 11 11M17.5 6.5l-11 11" />,
  saved: (
    <>
      <path d="M7 18.5a4 4 0 0 1-.6-7.95A5.5 5.5 0 0 1 17 9.3a4.2 4.2 0 0 1 .2 9.2z" />
      <path d="m9.3 13.6 2.2 2.2 3.6-4" />
    </>
  ),
  saving: <path d="M5 12a7 7 0 0 1 12-4.9L19.5 9.5M19.5 5v4.5H15M19 12a7 7 0 0 1-12 4.9L4.5 14.5M4.5 19v-4.5H9" />,
  device: (
    <>
      <rect x="7" y="3.5" width="10" height="17" rx="2.5" />
      <path d="M11 17.5h2" />
    </>
  ),
  offline: (
    <path d="M3.5 9.5A13 13 0 0 1 8 6.8M12 6c3.2 0 6.2 1.2 8.5 3.5M6.5 13a8 8 0 0 1 5-2.4M17.5 13a8 8 0 0 0-1.6-1.2M9.5 16.3a4 4 0 0 1 5 0M12 19.5h.01M4 4l16 16" />
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  alone: (
    <>
      <circle cx="8.5" cy="8.5" r="3.2" />
      <path d="M2.8 19.5c.5-3.8 2.8-5.6 5.7-5.6 2 0 3.7.9 4.7 2.6M14.5 5.5h5A1.5 1.5 0 0 1 21 7v3.5a1.5 1.5 0 0 1-1.5 1.5h-2.2L15 14v-2h-.5z" />
    </>
  ),
  notYet: <circle cx="12" cy="12" r="8.5" strokeDasharray="2.5 3.8" />,
  download: <path d="M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19.5h14" />,
  upload: <path d="M12 16V5M7.5 9.5 12 5l4.5 4.5M5 19.5h14" />,
  phone: (
    <path d="M6 4.5h3l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5v3a1.5 1.5 0 0 1-1.5 1.5A15 15 0 0 1 4.5 6 1.5 1.5 0 0 1 6 4.5z" />
  ),
  send: <path d="M4.5 12h15M14 6.5l5.5 5.5-5.5 5.5" />,
  floor: (
    <>
      <circle cx="9" cy="8" r="3.3" />
      <path d="M3 19.5c.6-4 3-5.8 6-5.8s5.4 1.8 6 5.8M16.2 5.5a4.5 4.5 0 0 1 0 5M19 3.5a8 8 0 0 1 0 9" />
    </>
  ),
  reveal: (
    <>
      <rect x="3" y="6" width="8" height="12" rx="2" />
      <rect x="13" y="6" width="8" height="12" rx="2" />
      <path d="M6 10.5h2M6 13.5h2M16 10.5h2M16 13.5h2" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="14.5" r="4" />
      <path d="m11 11.5 8-8M16 6.5l2.5 2.5M13.5 9l2 2" />
    </>
  ),
  control: (
    <>
      <rect x="4.5" y="4.5" width="15" height="15" rx="4.5" />
      <circle cx="12" cy="12" r="2.3" />
    </>
  ),
  trust: (
    <>
      <path d="M4.5 10a7.5 7.5 0 0 0 15 0" />
      <circle cx="12" cy="7.5" r="2.3" />
    </>
  ),
  unsure: (
    <>
      <path d="M3.5 13.5c2.6-4.6 5.2-4.6 8.5-1s5.9 3.6 8.5-1" />
      <circle cx="12" cy="6.5" r=".6" />
    </>
  ),
  cards: (
    <>
      <rect x="4" y="6.5" width="10.5" height="13" rx="2" />
      <path d="M9 4h9.5A1.5 1.5 0 0 1 20 5.5V17" />
    </>
  ),
  eye: (
    <>
      <path d="M3 12c2.2-4 5.2-6 9-6s6.8 2 9 6c-2.2 4-5.2 6-9 6s-6.8-2-9-6z" />
      <circle cx="12" cy="12" r="2.6" />
    </>
  ),
  flag: <path d="M6 20.5V4.5M6 5c4-1.8 7.5 1.6 12 0v8.5c-4.5 1.6-8-1.8-12 0" />,
  next: <path d="M6 5.5v13l9.5-6.5zM18.5 5.5v13" />,
  play: <path d="M8 5.5v13l10.5-6.5z" />,
  timer: (
    <>
      <circle cx="12" cy="13" r="7.5" />
      <path d="M12 9v4.2l2.6 1.8M9.5 2.8h5" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7.5v5l3.2 2" />
    </>
  ),
  bookmark: <path d="M7 4.5h10V20l-5-3.8L7 20z" />,
  notes: <path d="M6 4h8.5L19 8.5V20H6zM9 12h7M9 15.5h4.5" />,
  text: <path d="M5 6.5h14M5 11h14M5 15.5h9" />,
  everyone: <path d="M5 10v4M9 7v10M13 9v6M17 6v12M21 10.5v3" />,
  scale: (
    <>
      <path d="M4 12h16M4 9v6M20 9v6" />
      <circle cx="13" cy="12" r="2.6" />
    </>
  ),
  search: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 4 4" />
    </>
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M3.5 12h17M12 3.5c3.4 3.2 3.4 13.8 0 17M12 3.5c-3.4 3.2-3.4 13.8 0 17" />
    </>
  ),
  shield: <path d="M12 3.5c2.5 1.8 5 2.5 7.5 2.5 0 7-2.5 11.5-7.5 14.5C7 17.5 4.5 13 4.5 6 7 6 9.5 5.3 12 3.5z" />,
  more: <path d="M6 12h.01M12 12h.01M18 12h.01" strokeWidth="2.8" />,
  bars: <path d="M5 7h14M5 12h14M5 17h9" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof ICONS;

/** A picture beside words. It never stands for words: whoever cannot see it misses nothing. */
export function Icon({ name, size, className }: { name: IconName; size?: "s" | "l"; className?: string }) {
  const classes = ["i", size && `i--${size}`, className].filter(Boolean).join(" ");
  return (
    <svg className={classes} viewBox="0 0 24 24" aria-hidden="true">
      {ICONS[name]}
    </svg>
  );
}
