import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";

/** This page on paper: by the browser, or as a file that the server sets. */
export function OnPaper({ to }: { to: string }) {
  return (
    <div className="acts noprint">
      <Button look="quiet" size="compact" onClick={() => print()}>
        {t("progress.print")}
      </Button>
      <a className="btn btn--quiet btn--compact" href={to} download>
        <Icon name="download" />
        {t("progress.pdf")}
      </a>
    </div>
  );
}
