import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { t } from "../i18n/t.ts";
import { Icon } from "../ui/Icon.tsx";
import { Logo } from "../ui/Logo.tsx";
import { SkipLink } from "../ui/Page.tsx";
import { QuickExit } from "../ui/QuickExit.tsx";

/** The top of every page that a client may see: help, and the way out, always in the same place. */
export function ClientTop({ nav, children }: { nav?: ReactNode; children?: ReactNode }) {
  return (
    <header className="top">
      <Logo />
      {nav}
      <span className="push" />
      <HelpLink />
      {children}
      <QuickExit />
    </header>
  );
}

export function HelpLink() {
  return (
    <Link to="/help" className="btn btn--quiet btn--icon" aria-label={t("ui.help")}>
      <Icon name="help" />
    </Link>
  );
}

/** A page that nobody has to be signed in for. */
export function PublicFrame({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={className}>
      <SkipLink />
      <ClientTop />
      {children}
    </div>
  );
}
