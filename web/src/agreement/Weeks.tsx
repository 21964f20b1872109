import { t } from "../i18n/t.ts";
import { Icon } from "../ui/Icon.tsx";
import { counted, lastWeeks } from "./agreements.ts";
import type { Agreement } from "./queries.ts";
import "./agreement.css";

type Props = { agreement: Agreement; week: string };

/** The last weeks in a row: kept, talked about, or nothing. */
export function Weeks({ agreement, week }: Props) {
  const row = lastWeeks(agreement, week);
  if (row.length === 0) return null;
  const said = row.map((one) => t(one.mark === null ? "agreements.weekNothing" : `agreements.${one.mark}`)).join(", ");
  return (
    <div className="wk" role="img" aria-label={t("agreements.lastWeeks", { weeks: said })}>
      {row.map((one) =>
        one.mark === "kept" ? (
          <span key={one.week} className="wk__kept">
            <Icon name="check" />
          </span>
        ) : one.mark === "talked-about" ? (
          <span key={one.week} className="wk__talked">
            <Icon name="chat" />
          </span>
        ) : (
          <span key={one.week} className="wk__none" />
        ),
      )}
    </div>
  );
}

/** "Kept in five of six weeks. In one you talked about it." */
export function weeksText(agreement: Agreement): string {
  const { weeks, kept, talked } = counted(agreement);
  if (weeks === 0) return t("agreements.noWeeks");
  return [
    kept > 0 && t("agreements.keptIn", { kept, weeks }),
    talked > 0 && t(kept > 0 ? "agreements.talkedToo" : "agreements.talkedIn", { talked }),
  ]
    .filter(Boolean)
    .join(" ");
}
