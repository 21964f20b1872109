import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { t } from "../i18n/t.ts";
import { HelpLink } from "../identity/PublicFrame.tsx";
import { Icon } from "../ui/Icon.tsx";
import { SkipLink } from "../ui/Page.tsx";
import { QuickExit } from "../ui/QuickExit.tsx";

/** The top of a page that asks one thing: a way back, help, the way out. */
export function TopBar({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div>
      <SkipLink />
      <header>
        <div className="ci__top">
          <Link to="/" className="btn btn--quiet btn--icon ci__close" aria-label={t("checkin.close")}>
            <Icon name="close" />
          </Link>
          <h1 className="label grow">{title}</h1>
          <HelpLink />
          <QuickExit />
        </div>
        {children}
      </header>
    </div>
  );
}
