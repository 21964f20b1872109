import { has, t } from "../i18n/t.ts";
import type { Outcome } from "./steps/props.ts";

/** Why something did not work, in our words. The server's own are never shown. */
export function refusedText(outcome: Outcome): string | null {
  if (outcome === "done") return null;
  const key = `refused.${outcome}`;
  return has(key) ? t(key as "refused.not-now") : t("problems.unknown");
}
