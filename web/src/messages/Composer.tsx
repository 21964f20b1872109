import { type FormEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { t } from "../i18n/t.ts";
import { useDevice } from "../identity/device.ts";
import { DraftKeeper } from "../room/drafts/keeper.ts";
import { DraftsContext, OtherWording, useDraft } from "../room/drafts/useDraft.tsx";
import { Button } from "../ui/Button.tsx";
import { FieldError } from "../ui/Field.tsx";
import type { OneThread, Post } from "./queries.ts";

/** As long as the contract takes. */
const LONGEST = 4000;

type Props = {
  post: Post;
  thread: OneThread;
  me: string;
  label: string;
  /** Who reads it, beside the button. */
  seen(id: string): ReactNode;
  onSent(): void;
};

/** A field whose words are kept until they are sent: not sent, they stay, and say so. */
export function Composer(props: Props) {
  const { post, thread, me } = props;
  const device = useDevice();
  const sent = useRef<string | undefined>(undefined);
  sent.current = thread.messages.filter((message) => message.by === me).at(-1)?.text;
  const keeper = useMemo(
    () =>
      device &&
      new DraftKeeper(
        `${post.place}|${thread.thread}`,
        device.drafts,
        post.drafts,
        async (text) =>
          // An earlier page had ended between sending and dropping the draft.
          text.trim() === sent.current,
      ),
    [device, post, thread.thread],
  );
  useEffect(() => {
    if (!keeper) return;
    const rest = () => keeper.restAll();
    addEventListener("pagehide", rest);
    return () => removeEventListener("pagehide", rest);
  }, [keeper]);
  if (!keeper) return null;
  return (
    <DraftsContext value={keeper}>
      <Form {...props} />
    </DraftsContext>
  );
}

function Form({ post, thread, label, seen, onSent }: Props) {
  const id = useId();
  const draft = useDraft(thread.thread);
  const [state, setState] = useState<"rest" | "busy" | "failed">("rest");
  // The same words sent again are the same message, so they keep their id until they have arrived.
  const begun = useRef({ id: "", text: "" });
  const text = draft.text.trim();
  const tooLong = [...text].length > LONGEST;
  const error = tooLong
    ? t("messages.tooLong", { most: LONGEST, n: [...text].length })
    : state === "failed"
      ? t("messages.notSent")
      : undefined;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (text === "" || tooLong || state === "busy") return;
    if (begun.current.text !== text) begun.current = { id: crypto.randomUUID(), text };
    setState("busy");
    try {
      await post.send({ id: begun.current.id, thread: thread.thread, text });
    } catch {
      return setState("failed");
    }
    setState("rest");
    draft.done();
    onSent();
  }
  return (
    <>
      {error && (
        <div className="unsent">
          <FieldError id={`${id}-error`}>{error}</FieldError>
        </div>
      )}
      <OtherWording draft={draft} />
      <form className="compose" onSubmit={(event) => void submit(event)}>
        <label className="flabel" htmlFor={id}>
          {label}
        </label>
        <textarea
          id={id}
          className="field"
          autoComplete="off"
          dir="auto"
          value={draft.text}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-seen${error ? ` ${id}-error` : ""}`}
          onChange={(event) => draft.set(event.target.value)}
          onBlur={draft.rest}
        />
        <div className="row row--between row--wrap">
          {seen(`${id}-seen`)}
          <Button type="submit" look="primary" icon="send" busy={state === "busy"}>
            {t("messages.send")}
          </Button>
        </div>
      </form>
    </>
  );
}
