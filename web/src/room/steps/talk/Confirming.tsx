import { useId, useState } from "react";
import { rich, t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { Seen } from "../../../ui/Seen.tsx";
import { fieldOf, useDraft } from "../../drafts/useDraft.tsx";
import { bold } from "../asking/LeftClosed.tsx";
import { nameOf, namesFor, sitting } from "../asking/who.ts";
import { TALK_MAX } from "./Mine.tsx";
import { letterOf, type TalkProps, Turns } from "./Turns.tsx";
import { heard, type Turn } from "./talk.ts";

/** The speaker looks at what came across. Two answers of equal worth, two equal buttons. */
export function Confirming({ step: props, turn }: { step: TalkProps; turn: Turn }) {
  const { step, people, me, where, send } = props;
  const [once, setOnce] = useState(false);
  const speaks = me === turn.speaker;
  const name = nameOf(people, turn.listener);
  const said = heard(turn);
  const words = said?.text ?? null;
  return (
    <div className="talk__heard">
      <Turns turn={turn} people={people} me={me} />
      <p className="row">
        <Mark seat={turn.listener} initial={letterOf(people, turn.listener)} />
        <span className="lead talk__who">
          {me === turn.listener
            ? t(words === null ? "talk.youHeardAloud" : "talk.youHeard")
            : t(words === null ? "talk.heardAloud" : "talk.heard", { name })}
        </span>
      </p>
      {words !== null && <blockquote>“{words}”</blockquote>}
      {!speaks && (
        <div className="talk__names">
          <h2 className="subhead" tabIndex={-1} data-step-heading>
            {t("talk.reading", { name: nameOf(people, turn.speaker) })}
          </h2>
          <p className="meta">{t("talk.readingLead", { name: nameOf(people, turn.speaker) })}</p>
        </div>
      )}
      {speaks && !once && (
        <>
          <h2 className="subhead" tabIndex={-1} data-step-heading>
            {step.confirm}
          </h2>
          <div className="talk__answer">
            <Button size="l" onClick={() => void send({ type: "Confirm", data: { where } })}>
              {t("talk.yes")}
            </Button>
            <Button size="l" onClick={() => setOnce(true)}>
              {t("talk.notQuite")}
            </Button>
          </div>
          <p className="meta talk__advice">{t("talk.notQuiteHelp", { name })}</p>
        </>
      )}
      {speaks && once && <OnceMore step={props} turn={turn} onBack={() => setOnce(false)} />}
      <Seen people={sitting(people, () => true)} spoken={t("talk.seenAll")}>
        {rich("talk.seenAll", bold)}
      </Seen>
    </div>
  );
}

type OnceProps = { step: TalkProps; turn: Turn; onBack(): void };

function OnceMore({ step: { people, me, where, send }, turn, onBack }: OnceProps) {
  const id = useId();
  const draft = useDraft(fieldOf(where, `once-${turn.turn}-${turn.tries.length}`));
  const { partner } = namesFor(people, me);
  const words = draft.text.trim();

  function say(what: string | null) {
    void send({ type: "NotQuite", data: { where, text: what } }).then((outcome) => {
      if (outcome === "done") draft.done();
    });
  }
  return (
    <div className="talk__once">
      <label className="subhead" htmlFor={id}>
        {t("talk.once")}
      </label>
      <p className="meta" id={`${id}-help`}>
        {t("talk.onceHelp")}
      </p>
      <textarea
        id={id}
        className="field"
        autoComplete="off"
        maxLength={TALK_MAX}
        aria-describedby={`${id}-help`}
        value={draft.text}
        onChange={(event) => draft.set(event.target.value)}
        onBlur={draft.rest}
      />
      <div className="row row--wrap">
        <Button look="primary" notYet={words === ""} onClick={() => say(words)}>
          {t("talk.onceSend", { name: partner })}
        </Button>
        <Button onClick={() => say(null)}>{t("talk.onceAloud")}</Button>
        <Button look="quiet" onClick={onBack}>
          {t("talk.back")}
        </Button>
      </div>
    </div>
  );
}
