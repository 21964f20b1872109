import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { time } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { IconButton } from "../ui/Button.tsx";
import { FieldError } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Mark } from "../ui/Mark.tsx";
import { initials } from "../ui/marks.ts";
import { Seats } from "../ui/Seats.tsx";
import { OtherWording, useDraft } from "./drafts/useDraft.tsx";
import { useHere } from "./here.ts";
import { isPartner, namesOf } from "./names.ts";
import { refusedText } from "./refused.ts";
import type { Outcome } from "./steps/props.ts";

/** As long as the server takes. */
const LONGEST = 2000;

/** What all three read. Words that come back, since it was not one's turn, stand in the field again. */
export function Chat({ onClose, focus }: { onClose?: () => void; focus?: boolean }) {
  const { room, people } = useHere();
  const log = useRef<HTMLOListElement>(null);
  const count = room.chat.length;
  // With each message the newest comes into view.
  useEffect(() => {
    // In braces: scrollTo answers with a promise, which is no way to clean up.
    log.current?.scrollTo({ top: count === 0 ? 0 : log.current.scrollHeight });
  }, [count]);
  return (
    <section className="chatp" aria-label={t("room.chat")}>
      <div className="chatp__h">
        <Seats people={people.map((each) => ({ ...each, on: true }))} size="xs" />
        <span className="grow">{rich("room.chat.who", { b: (inner) => <b>{inner}</b> })}</span>
        {onClose && <IconButton icon="close" label={t("room.chat.close")} onClick={onClose} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <ol className="chatp__log" ref={log} tabIndex={0} aria-label={t("room.chat.log")}>
        {room.chat.map((message) => (
          <Said key={message.id} {...message} />
        ))}
      </ol>
      <Composer focus={focus ?? false} />
    </section>
  );
}

function Said({ by, at, text }: { by: string; at: string; text: string }) {
  const { people, me, info } = useHere();
  const letters = initials(people.map((each) => each.name));
  const place = people.findIndex((each) => each.seat === by);
  return (
    <li className="msg">
      <Mark seat={by} size="s" initial={letters[place] ?? ""} />
      <span className="strong">
        {by === me ? t("room.you") : (people[place]?.name ?? "")}{" "}
        {Date.parse(at) > 0 && <time dateTime={at}>{time(at, info.zone)}</time>}
      </span>
      <span className="voice msg__text" dir="auto">
        {text}
      </span>
    </li>
  );
}

function Composer({ focus }: { focus: boolean }) {
  const { send, people, me } = useHere();
  const id = useId();
  const draft = useDraft("chat");
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome>("done");
  const label = isPartner(me) ? t("room.chat.write", namesOf(people, me)) : t("room.chat.writeBoth");
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const text = draft.text.trim();
    if (text === "") return;
    draft.done();
    setOutcome("done");
    const became = await send({ type: "Say", data: { text } });
    setOutcome(became);
    if (became !== "done" && field.current?.value === "") draft.set(text);
  }
  const why = refusedText(outcome);
  return (
    <form className="chatp__in" onSubmit={(event) => void submit(event)}>
      <OtherWording draft={draft} />
      {why && <FieldError id={`${id}-why`}>{why}</FieldError>}
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <input
        ref={field}
        id={id}
        className="field"
        autoComplete="off"
        maxLength={LONGEST}
        placeholder={label}
        value={draft.text}
        aria-describedby={why ? `${id}-why` : undefined}
        onChange={(event) => draft.set(event.target.value)}
        onBlur={draft.rest}
      />
      <button type="submit" className="btn btn--secondary btn--icon" aria-label={t("room.chat.send")}>
        <Icon name="send" />
      </button>
    </form>
  );
}

/** How many messages came since the chat was last looked at; one's own do not count. */
export function useUnread(open: boolean): number {
  const { room, me } = useHere();
  const others = room.chat.filter((message) => message.by !== me).length;
  const [seen, setSeen] = useState(others);
  useEffect(() => {
    if (open) setSeen(others);
  }, [open, others]);
  return open ? 0 : Math.max(0, others - seen);
}
