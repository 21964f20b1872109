import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useId, useState } from "react";
import { Refused } from "../api/client.ts";
import { t } from "../i18n/t.ts";
import { Saver } from "../typed/saver.ts";
import { asItIsNow, Elsewhere, SavedState, useSaver } from "../typed/Typed.tsx";
import { Button } from "../ui/Button.tsx";
import { recordQuery, type SessionRecord, saveWords, sign } from "./queries.ts";

/** As long as the contract takes. */
const LONGEST = 8000;

type Props = { couple: string; session: string; record: SessionRecord };
type Why = "record.notYetEnd" | "record.elsewhere" | "record.failed";

/** The therapist's words, saved as they are typed, until they are signed. */
export function Signing({ couple, session, record }: Props) {
  const queries = useQueryClient();
  const id = useId();
  const [saver] = useState(
    () => new Saver(record.text, record.version, LONGEST, (text, on) => saveWords(couple, session, text, on)),
  );
  const { text } = useSaver(saver);
  const certain = useEndIsCertain(record.facts.endedAt);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<Why>();
  const find = useCallback(() => asItIsNow(queries, recordQuery(couple, session)), [queries, couple, session]);

  async function press() {
    setBusy(true);
    setWhy(undefined);
    await saver.rest();
    // Only words that the server has can be signed.
    if (!saver.isBehind) {
      try {
        await sign(couple, session, saver.version);
        await queries.invalidateQueries({ queryKey: ["couple", couple] });
        await queries.invalidateQueries({ queryKey: ["today"] });
      } catch (refused) {
        setWhy(whyNot(refused));
      }
    }
    setBusy(false);
  }
  return (
    <>
      <section className="words stack stack--s">
        <h2 className="subhead">{t("record.words")}</h2>
        <label className="vh" htmlFor={id}>
          {t("record.wordsLabel")}
        </label>
        <textarea
          id={id}
          className="field"
          autoComplete="off"
          dir="auto"
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={(event) => saver.type(event.target.value)}
          onBlur={() => void saver.rest()}
        />
        <p className="hint" id={`${id}-hint`}>
          {t("record.wordsHint")}
        </p>
        <Elsewhere saver={saver} find={find} />
        <SavedState saver={saver} />
      </section>
      <section className="stack">
        <div className="sigl" aria-hidden="true" />
        {why && <p role="alert">{t(why)}</p>}
        <div className="acts">
          <Button
            look="primary"
            busy={busy}
            notYet={!certain}
            aria-describedby={`${id}-sign`}
            onClick={() => void press()}
          >
            {t("record.sign")}
          </Button>
          <span className="meta" id={`${id}-sign`}>
            {t(certain ? "record.signHint" : "record.notYetEnd")}
          </span>
        </div>
      </section>
    </>
  );
}

/** So long an end can be taken back, and a little more. */
const END_IS_CERTAIN = 61_000;

/** The server decides; a device whose clock is wrong waits no longer than that minute. */
function useEndIsCertain(endedAt: string | undefined): boolean {
  const [wait] = useState(() =>
    endedAt === undefined
      ? 0
      : Math.min(END_IS_CERTAIN, Math.max(0, Date.parse(endedAt) + END_IS_CERTAIN - Date.now())),
  );
  const [certain, setCertain] = useState(wait === 0);
  useEffect(() => {
    const timer = setTimeout(() => setCertain(true), wait);
    return () => clearTimeout(timer);
  }, [wait]);
  return certain;
}

function whyNot(refused: unknown): Why {
  if (!(refused instanceof Refused)) return "record.failed";
  if (refused.type === "/problems/end-may-be-taken-back") return "record.notYetEnd";
  return refused.type === "/problems/changed-elsewhere" ? "record.elsewhere" : "record.failed";
}
