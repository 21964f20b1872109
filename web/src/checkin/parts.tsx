import type { ReactNode } from "react";
import { t } from "../i18n/t.ts";
import { Notice } from "../ui/Notice.tsx";
import { Main } from "../ui/Page.tsx";

/** Why something was not kept. What was answered stays on the page. */
export type Trouble = "closed" | "not-saved" | undefined;

/** The same in a sentence. */
export function Troubled({ trouble }: { trouble: Trouble }) {
  if (trouble === undefined) return null;
  return <Notice spoken>{t(trouble === "closed" ? "checkin.closedNow" : "checkin.notSaved")}</Notice>;
}

/** The part of a page that asks one thing. */
export function Middle({ children }: { children: ReactNode }) {
  return <Main className="ci__mid">{children}</Main>;
}
