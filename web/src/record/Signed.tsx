import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import { fullDate, time } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { FieldError } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { add, recordQuery, type SessionRecord } from "./queries.ts";

const LONGEST = 4000;

type Props = { couple: string; session: string; record: SessionRecord };

/** What is signed stays as it is; what is added later has its day. */
export function Signed({ couple, session, record }: Props) {
  const { signed, zone } = record;
  if (!signed) return null;
  return (
    <>
      <section className="stack stack--s">
        <h2 className="subhead">{t("record.words")}</h2>
        {record.text === "" ? (
          <p className="meta">{t("record.noWords")}</p>
        ) : (
          <p className="voice rec__text" dir="auto">
            {record.text}
          </p>
        )}
      </section>
      <section className="stack stack--s">
        <div className="sigl">{signed.by}</div>
        <p className="status">
          <Icon name="check" />
          {t("record.signedOn", { day: fullDate(signed.at, zone), time: time(signed.at, zone) })}
        </p>
        {signed.digest && (
          <p className="meta">
            {t("record.digest", { short: signed.digest.slice(0, 16).replaceAll(/(.{4})(?=.)/g, "$1 ") })}
          </p>
        )}
      </section>
      {(record.additions.length > 0 || record.mayWrite) && (
        <section className="stack">
          <h2 className="subhead">{t("record.added")}</h2>
          {record.additions.map((addition) => (
            <div className="add" key={addition.id}>
              <p className="meta">{t("record.addedBy", { day: fullDate(addition.at, zone), name: addition.by })}</p>
              <p className="voice rec__text" dir="auto">
                {addition.text}
              </p>
            </div>
          ))}
          {record.mayWrite && <Adding couple={couple} session={session} />}
        </section>
      )}
    </>
  );
}

function Adding({ couple, session }: { couple: string; session: string }) {
  const queries = useQueryClient();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [state, setState] = useState<"rest" | "busy" | "failed">("rest");
  // The same words sent again are the same addition.
  const begun = useRef({ id: "", text: "" });
  const error =
    [...text.trim()].length > LONGEST
      ? t("typed.tooLong", { most: LONGEST })
      : state === "failed"
        ? t("record.failed")
        : undefined;
  async function submit(event: FormEvent) {
    event.preventDefault();
    const words = text.trim();
    if (words === "" || [...words].length > LONGEST || state === "busy") return;
    if (begun.current.text !== words) begun.current = { id: crypto.randomUUID(), text: words };
    setState("busy");
    try {
      await add(couple, session, begun.current.id, words);
    } catch {
      return setState("failed");
    }
    setState("rest");
    setText("");
    setOpen(false);
    await queries.invalidateQueries({ queryKey: recordQuery(couple, session).queryKey });
  }
  if (!open) {
    return (
      <p>
        <Button icon="plus" onClick={() => setOpen(true)}>
          {t("record.add")}
        </Button>
      </p>
    );
  }
  return (
    <form className="compose" onSubmit={(event) => void submit(event)}>
      <label className="flabel" htmlFor={id}>
        {t("record.addLabel")}
      </label>
      <textarea
        id={id}
        className="field"
        autoComplete="off"
        dir="auto"
        ref={(field) => field?.focus()}
        aria-describedby={error ? `${id}-error` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setState("rest");
        }}
      />
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="acts">
        <Button type="submit" look="primary" busy={state === "busy"}>
          {t("record.addSign")}
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          {t("ui.notNow")}
        </Button>
      </div>
    </form>
  );
}
