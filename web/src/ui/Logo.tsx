import { Link } from "@tanstack/react-router";
import { t } from "../i18n/t.ts";

/** Two arcs that make one round, neither closed without the other. */
export function Arcs({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="3 2.5 30 21" aria-hidden="true">
      <path className="arc-1" d="M5.5 17.5A9 9 0 1 1 22.3 13.2" />
      <path className="arc-2" d="M30.5 8.5A9 9 0 1 1 13.7 12.8" />
    </svg>
  );
}

/** The name, which leads to one's first page. */
export function Logo() {
  return (
    <Link to="/" className="logo">
      <Arcs />
      {t("ui.appName")}
    </Link>
  );
}
