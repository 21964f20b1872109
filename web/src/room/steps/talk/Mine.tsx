import { useEffect, useId, useRef, useState } from "react";
import { rich, t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { Seen } from "../../../ui/Seen.tsx";
import { fieldOf, useDraft } from "../../drafts/useDraft.tsx";
import { bold } from "../asking/LeftClosed.tsx";
import { namesFor, sitting } from "../asking/who.ts";
import type { TalkProps } from "./Turns.tsx";
import type { Turn } from "./talk.ts";

/** As long as the server takes. */
export const TALK_MAX = 1000;
/** Notes are kept after this rest, so that a lost page loses no more. */
const REST = 2_000;

/** One's own corner while the other speaks: words that nobody else can ever see. */
export function Listening({ step: props, advice }: { step: TalkProps; advice: string }) {
  const { people, me, where, work, send } = props;
  const id = useId();
  const [notes, setNotes] = useState(work.kept);
  const [asked, setAsked] = useState(false);
  const kept = useRef(work.kept);
  const names = namesFor(people, me);

  useEffect(() => {
    const later = setTimeout(keep, REST);
    return () => clearTimeout(later);
  });
  function keep() {
    const text = notes.trim();
    if (text === "" || text === kept.current.trim()) return;
    kept.current = text;
    void send({ type: "KeepWords", data: { where, text } });
  }
  // The turn may end in the middle of a word: what stands in the field by then is kept as well.
  const leaves = useRef(keep);
  leaves.current = keep;
  useEffect(() => () => leaves.current(), []);
  return (
    <section className="talk__mine">
      <h2 className="subhead">{t("talk.youListen")}</h2>
      <p className="talk__advice">{advice}</p>
      <Seen id={`${id}-seen`} people={sitting(people, (seat) => seat === me)} spoken={t("talk.keepSeen")}>
        {rich("talk.keepSeen", bold)}
      </Seen>
      <label className="vh" htmlFor={id}>
        {t("talk.keep")}
      </label>
      <textarea
        id={id}
        className="field"
        autoComplete="off"
        maxLength={TALK_MAX}
        placeholder={t("talk.keep")}
        aria-describedby={`${id}-seen`}
        value={notes}
        onChange={(event) => setNotes(event.target.value)}
        onBlur={keep}
      />
      <div className="row row--wrap">
        <Button
          look="quiet"
          notYet={asked}
          onClick={() => {
            setAsked(true);
            void send({ type: "AskForHelp", data: {} });
          }}
        >
          {t("talk.help", names)}
        </Button>
        <Button look="quiet" onClick={() => void send({ type: "PassTurn", data: { where } })}>
          {t("talk.pass")}
        </Button>
        {asked && (
          <span className="meta" role="status">
            {t("talk.helpAsked", names)}
          </span>
        )}
      </div>
    </section>
  );
}

/** Saying back: in a sentence, or out loud, which counts the same. */
export function SayingBack({ step: props, turn }: { step: TalkProps; turn: Turn }) {
  const { people, me, where, work, send } = props;
  const id = useId();
  const draft = useDraft(fieldOf(where, `back-${turn.turn}-${turn.tries.length}`));
  const { partner } = namesFor(people, me);
  const words = draft.text.trim();

  function say(what: string | null) {
    void send({ type: "SayBack", data: { where, text: what } }).then((outcome) => {
      if (outcome === "done") draft.done();
    });
  }
  const again = turn.tries.at(-1)?.again;
  return (
    <section className="talk__mine">
      <h2 className="subhead">{t("talk.sayBack")}</h2>
      {again && (
        <div className="stack stack--xs">
          <p className="meta">{t(again.text === null ? "talk.againAloud" : "talk.again", { name: partner })}</p>
          {again.text !== null && <p className="voice talk__again">“{again.text}”</p>}
        </div>
      )}
      <p className="talk__advice">{t("talk.sayBackHelp")}</p>
      <Seen id={`${id}-seen`} people={sitting(people, (seat) => seat === me)} spoken={t("talk.sayBackSeen")}>
        {rich("talk.sayBackSeen", bold)}
      </Seen>
      <label className="vh" htmlFor={id}>
        {t("talk.heardLabel")}
      </label>
      <textarea
        id={id}
        className="field"
        autoComplete="off"
        maxLength={TALK_MAX}
        placeholder={t("talk.heardBegin")}
        aria-describedby={`${id}-seen`}
        value={draft.text}
        onChange={(event) => draft.set(event.target.value)}
        onBlur={draft.rest}
      />
      {work.kept !== "" && <p className="meta">{t("talk.yourWords", { words: work.kept.split(/\n+/).join(", ") })}</p>}
      <div className="row row--wrap">
        <Button look="primary" notYet={words === ""} onClick={() => say(words)}>
          {t("talk.send", { name: partner })}
        </Button>
        <Button look="quiet" onClick={() => say(null)}>
          {t("talk.aloud")}
        </Button>
        <Button look="quiet" onClick={() => void send({ type: "PassTurn", data: { where } })}>
          {t("talk.pass")}
        </Button>
      </div>
    </section>
  );
}
