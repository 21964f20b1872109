import { type RefObject, useEffect, useRef } from "react";
import { answer, api } from "../api/client.ts";
import { rich, t } from "../i18n/t.ts";
import { filled, type Names } from "../room/exercise.ts";
import { Button } from "../ui/Button.tsx";
import { Choices } from "../ui/Choices.tsx";
import { TextField } from "../ui/Field.tsx";
import { Seen } from "../ui/Seen.tsx";
import { left } from "./checkin.ts";
import { Middle, type Trouble, Troubled } from "./parts.tsx";
import type { MyCheckin, Questions } from "./queries.ts";

/** What stands in the field: it outlives a look at another question. */
export type Written = { text: string; reach: "therapist" | "me" };

type Props = {
  checkin: MyCheckin;
  names: Names;
  line: NonNullable<Questions["line"]>;
  busy: boolean;
  trouble: Trouble;
  heading: RefObject<HTMLHeadingElement | null>;
  written: Written;
  onWrite(written: Written): void;
  back(): void;
  onDone(sent: Promise<unknown>): void;
};

/** From here on the end of what fits is told. */
const NEAR = 60;
const REST_MS = 2000;

/** One's own words: who reads them stands there before the first letter, and is decided with the button only. */
export function LinePage({ checkin, names, line, busy, trouble, heading, written, onWrite, back, onDone }: Props) {
  const words = filled(line, names);
  const { text, reach } = written;
  const path = { week: checkin.week };
  const remaining = left(text, line.max);
  const fits = remaining >= 0 && text.trim() !== "";
  const draft = useAutosave(checkin, text, fits);

  function done() {
    // A pause's saving that is still on its way must not arrive after this and narrow it.
    const sent = draft
      .end()
      .then(() =>
        text.trim() === ""
          ? answer(api.DELETE("/checkin/{week}/line", { params: { path } }))
          : answer(api.PUT("/checkin/{week}/line", { params: { path }, body: { text, reach } })),
      );
    onDone(sent);
  }
  const people = checkin.members.map((member) => ({
    ...member,
    on: member.seat === checkin.you || (member.seat === "therapist" && reach === "therapist"),
  }));
  const seen = reach === "therapist" ? "checkin.lineTherapist" : "checkin.lineMe";
  const who = { therapist: names.therapist, partner: names.partner };
  return (
    <>
      <Middle>
        <h2 className="title" ref={heading} tabIndex={-1}>
          {words.prompt}
        </h2>
        <div className="ci__write">
          <Choices
            legend={t("checkin.reach")}
            quiet
            options={[
              { value: "therapist", name: t("checkin.reachTherapist", who) },
              { value: "me", name: t("checkin.reachMe") },
            ]}
            value={reach}
            onChange={(to) => onWrite({ text, reach: to })}
          />
          <Seen id="line-seen" people={people} spoken={t(seen, who)}>
            {rich(seen, { b: (inner) => <b>{inner}</b> }, who)}
          </Seen>
          <TextField
            label={<span className="vh">{words.prompt}</span>}
            hint={words.help}
            seen="line-seen"
            rows={5}
            value={text}
            error={remaining < 0 ? t("checkin.tooLong", { n: -remaining }) : undefined}
            onChange={(event) => onWrite({ text: event.target.value, reach })}
            onBlur={draft.now}
          />
          {remaining >= 0 && remaining <= NEAR && <p className="meta">{t("checkin.left", { n: remaining })}</p>}
        </div>
        <Troubled trouble={trouble} />
      </Middle>
      <footer className="ci__foot">
        <Button look="primary" size="l" block busy={busy} notYet={remaining < 0} onClick={done}>
          {t(text.trim() === "" ? "checkin.noWords" : "checkin.done")}
        </Button>
        <div className="row row--between">
          <Button look="quiet" icon="back" onClick={back}>
            {t("ui.back")}
          </Button>
        </div>
      </footer>
    </>
  );
}

/**
 * Keeps what somebody is still writing, for the author alone: an audience is chosen with the button and not by a pause. What
 * was told to the therapist already is not taken back by typing on.
 */
function useAutosave({ week, said }: MyCheckin, text: string, fits: boolean) {
  const saved = useRef(said?.text ?? "");
  const stopped = useRef(said?.reach === "therapist");
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  const current = useRef({ text, fits });
  current.current = { text, fits };

  function now() {
    const { text, fits } = current.current;
    if (stopped.current || !fits || text === saved.current) return;
    saved.current = text;
    const body = { text, reach: "me" as const };
    const sent = answer(api.PUT("/checkin/{week}/line", { params: { path: { week } }, body, keepalive: true }));
    underWay.current = sent.catch(() => {
      // It stays in the field, and the next pause or the button tries again.
      saved.current = "";
    });
  }
  const save = useRef(now);
  save.current = now;
  useEffect(() => {
    if (text === saved.current) return;
    const timer = setTimeout(() => save.current(), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    const leave = () => save.current();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, []);
  return {
    now,
    end() {
      stopped.current = true;
      return underWay.current;
    },
  };
}
