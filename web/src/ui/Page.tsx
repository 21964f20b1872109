import type { ReactNode } from "react";
import { t } from "../i18n/t.ts";

/** The first stop of the keyboard on every page. */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      {t("ui.skip")}
    </a>
  );
}

/** The part of a page that is the page. */
export function Main({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className={className}>
      {children}
    </main>
  );
}
