import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useId, useRef, useState } from "react";
import { Asked } from "../../api/Asked.tsx";
import type { Schemas } from "../../api/client.ts";
import { rich, t } from "../../i18n/t.ts";
import { Saver } from "../../typed/saver.ts";
import { asItIsNow, Elsewhere, SavedState, useSaver } from "../../typed/Typed.tsx";
import { Button } from "../../ui/Button.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { Seen } from "../../ui/Seen.tsx";
import { say } from "../../ui/say.ts";
import { Sheets } from "../Letters.tsx";
import { coupleProgressQuery, LONGEST_LETTER, letterQuery, type Progress, saveLetter, sendLetter } from "../queries.ts";

type Props = { couple: string; progress: Progress };

/** A letter to the couple: saved as it is typed, sent only after it was asked for twice. */
export function WriteLetter({ couple, progress }: Props) {
  const draft = useQuery(letterQuery(couple));
  return (
    <section className="stack">
      <h2 className="heading">{t("progress.letterTo")}</h2>
      {progress.open && (
        <Asked of={draft}>{(data) => <Letter key={couple} couple={couple} progress={progress} draft={data} />}</Asked>
      )}
      <Earlier progress={progress} />
    </section>
  );
}

type State = "rest" | "asking" | "busy" | "notSent";

function Letter({ couple, progress, draft }: Props & { draft: Schemas["LetterDraft"] }) {
  const queries = useQueryClient();
  const id = useId();
  const [saver, setSaver] = useState(() => begin(couple, draft));
  const { text } = useSaver(saver);
  const [state, setState] = useState<State>("rest");
  const letter = useRef({ id: "", text: "" });
  const find = useCallback(() => asItIsNow(queries, letterQuery(couple)), [queries, couple]);
  const words = text.trim();
  const over = [...words].length - LONGEST_LETTER;

  async function send() {
    if (letter.current.text !== words) letter.current = { id: crypto.randomUUID(), text: words };
    setState("busy");
    try {
      await saver.rest();
      await sendLetter(couple, letter.current.id, words);
    } catch {
      return setState("notSent");
    }
    saver.end();
    setSaver(begin(couple, { text: "", version: 0 }));
    setState("rest");
    say(t("progress.sentNow"));
    await queries.invalidateQueries({ queryKey: coupleProgressQuery(couple).queryKey });
  }
  return (
    <div className="stack stack--s">
      <label className="vh" htmlFor={id}>
        {t("progress.letterLabel")}
      </label>
      <textarea
        id={id}
        className="field progress__write"
        autoComplete="off"
        dir="auto"
        value={text}
        aria-describedby={`${id}-seen ${id}-hint`}
        onChange={(event) => {
          saver.type(event.target.value);
          setState("rest");
        }}
        onBlur={() => void saver.rest()}
      />
      <Elsewhere saver={saver} find={find} />
      {over > 0 && <FieldError id={`${id}-error`}>{t("progress.tooLong", { n: over })}</FieldError>}
      {state === "notSent" && <FieldError id={`${id}-sent`}>{t("progress.notSent")}</FieldError>}
      <Seen
        id={`${id}-seen`}
        people={progress.members.map((one) => ({ ...one, on: true }))}
        spoken={t("progress.letterSeenSpoken")}
      >
        {rich("progress.letterSeen", { b: (bold) => <b>{bold}</b> })}
      </Seen>
      {state === "asking" && <p role="alert">{t("progress.really")}</p>}
      <div className="row row--between row--wrap">
        <Acts state={state} notYet={words === "" || over > 0} onChange={setState} onSend={() => void send()} />
        {text === "" ? (
          <p className="meta" id={`${id}-hint`}>
            {t("progress.letterHint")}
          </p>
        ) : (
          <SavedState saver={saver} />
        )}
      </div>
    </div>
  );
}

function begin(couple: string, draft: Schemas["LetterDraft"]): Saver {
  return new Saver(draft.text, draft.version, LONGEST_LETTER * 2, (text, on) => saveLetter(couple, text, on));
}

type ActsProps = { state: State; notYet: boolean; onChange(state: State): void; onSend(): void };

function Acts({ state, notYet, onChange, onSend }: ActsProps) {
  if (state === "asking" || state === "busy") {
    return (
      <div className="acts">
        <Button look="primary" busy={state === "busy"} onClick={onSend}>
          {t("progress.sendNow")}
        </Button>
        <Button look="quiet" notYet={state === "busy"} onClick={() => onChange("rest")}>
          {t("ui.notNow")}
        </Button>
      </div>
    );
  }
  return (
    <div className="acts">
      <Button look="primary" notYet={notYet} onClick={() => onChange("asking")}>
        {t("progress.send")}
      </Button>
    </div>
  );
}

function Earlier({ progress }: { progress: Progress }) {
  if (progress.letters.length === 0) return null;
  return (
    <details className="progress__earlier">
      <summary>{t("progress.earlierHere")}</summary>
      <Sheets progress={progress} heading={(day) => t("progress.sentOn", { day })} />
    </details>
  );
}
