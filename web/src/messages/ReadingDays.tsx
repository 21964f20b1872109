import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { list } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { DAYS, type Day, sayReadingDays, threadsQuery } from "./queries.ts";

/** When the therapist usually reads, said once for all own couples. */
export function ReadingDays({ couple, days }: { couple: string; days: readonly Day[] }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const words = list(days.map((day) => t(`messages.${day}`)));
  async function choose(day: Day, on: boolean) {
    setFailed(false);
    try {
      await sayReadingDays(DAYS.filter((one) => (one === day ? on : days.includes(one))));
      await queries.invalidateQueries({ queryKey: threadsQuery(couple).queryKey });
    } catch {
      setFailed(true);
    }
  }
  return (
    <>
      <Button look="quiet" size="compact" icon="clock" aria-expanded={open} onClick={() => setOpen(!open)}>
        {days.length === 0 ? t("messages.iReadNever") : t("messages.iRead", { days: words })}
      </Button>
      {open && (
        <fieldset className="rdays">
          <legend className="vh">{t("messages.iReadTitle")}</legend>
          <div className="rdays__list">
            {DAYS.map((day) => (
              <label key={day}>
                <input
                  type="checkbox"
                  checked={days.includes(day)}
                  onChange={(event) => void choose(day, event.target.checked)}
                />
                {t(`messages.${day}`)}
              </label>
            ))}
          </div>
          <p className="meta">{t("messages.iReadHint")}</p>
          {failed && <p role="alert">{t("messages.iReadFailed")}</p>}
        </fieldset>
      )}
    </>
  );
}
