import { useState } from "react";
import { t } from "../../../i18n/t.ts";
import { Button, IconButton } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { clean } from "../asking/shown.ts";
import { isPartner, nameOf } from "../asking/who.ts";
import type { StepProps } from "../props.ts";
import type { AgreeStep } from "../steps-types.ts";
import type { Agreement, Line } from "./agreement.ts";
import type { Live, Tell } from "./useTyping.ts";
import { useWords } from "./useWords.ts";
import { Grow, LiveWords } from "./Writing.tsx";

export type AgreeProps = StepProps<AgreeStep, Agreement>;

/** As long as the server takes. */
export const LINE_MAX = 320;

type Props = { step: AgreeProps; line: Line; number: number; live: Live | null; tell: Tell };

/** One sentence: a field to its author, to the other words to which a change can be suggested. */
export function Clause(props: Props) {
  const { step, line, number, live } = props;
  const mine = line.by === step.me;
  const typing = live?.field === line.id ? live : null;
  return (
    <li className="clause">
      <span className="clause__n" aria-hidden="true">
        {number}
      </span>
      {mine && isPartner(step.me) ? (
        <OwnLine {...props} />
      ) : (
        <p className="clause__words">
          {typing ? <LiveWords from={line.text} live={typing} people={step.people} /> : line.text}
        </p>
      )}
      {mine && typing && (
        <p className="clause__words clause__by">
          <LiveWords from={line.text} live={typing} people={step.people} />
        </p>
      )}
      {!mine && isPartner(step.me) && <Suggest {...props} />}
    </li>
  );
}

function OwnLine({ step: { where, send }, line, number, tell }: Props) {
  const words = useWords({
    text: line.text,
    version: line.version,
    save: (text, base) => send({ type: "ChangeOwnLine", data: { where, line: line.id, base, text } }),
    onTyped: (text, caret) => tell(line.id, text, caret),
  });
  return (
    <>
      <Grow value={words.value}>
        <textarea
          className="field"
          rows={1}
          autoComplete="off"
          maxLength={LINE_MAX}
          aria-label={t("agree.line", { number })}
          {...words.field}
        />
      </Grow>
      <IconButton
        icon="close"
        label={t("agree.removeLine", { number })}
        onClick={() => void send({ type: "RemoveOwnLine", data: { where, line: line.id } })}
      />
      {words.trouble && (
        <div className="clause__acts">
          <Notice look="plain" spoken>
            <p>{t(words.trouble === "line-has-moved-on" ? "agree.movedOn" : "agree.refused")}</p>
          </Notice>
          <Button onClick={words.useMine}>{t("agree.useMine")}</Button>
        </div>
      )}
    </>
  );
}

/** Other words for the other's sentence. They change nothing until its author takes them. */
function Suggest({ step: { where, send, people }, line, number, tell }: Props) {
  const [text, setText] = useState<string | null>(null);
  const [trouble, setTrouble] = useState(false);
  const words = text === null ? "" : clean(text).trim();

  async function suggest() {
    const data = { where, line: line.id, base: line.version, suggestion: crypto.randomUUID(), text: words };
    tell(line.id, null);
    const outcome = await send({ type: "SuggestChange", data });
    // A sentence that has moved on meanwhile: the same words stay here, to be suggested for the new one.
    setTrouble(outcome !== "done");
    if (outcome === "done") setText(null);
  }
  if (text === null) {
    return (
      <p className="clause__by">
        <Button
          look="quiet"
          size="compact"
          icon="pen"
          aria-label={t("agree.suggestFor", { number })}
          onClick={() => setText(line.text)}
        >
          {t("agree.suggest")}
        </Button>
      </p>
    );
  }
  return (
    <div className="clause__suggest">
      <Grow value={text}>
        <textarea
          className="field"
          rows={1}
          autoComplete="off"
          maxLength={LINE_MAX}
          aria-label={t("agree.suggestLabel", { number })}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            tell(line.id, target.value, target.selectionStart);
          }}
          onBlur={() => tell(line.id, null)}
        />
      </Grow>
      <div className="clause__acts">
        <Button notYet={words === "" || words === line.text} onClick={() => void suggest()}>
          {t("agree.suggestSend", { name: nameOf(people, line.by) })}
        </Button>
        <Button look="quiet" onClick={() => setText(null)}>
          {t("agree.notNow")}
        </Button>
        {trouble && (
          <Notice look="plain" spoken>
            <p>{t("agree.movedOn")}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}
