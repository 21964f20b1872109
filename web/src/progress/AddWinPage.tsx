import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useRef, useState } from "react";
import { Refused } from "../api/client.ts";
import { rich, t } from "../i18n/t.ts";
import { NothingHere } from "../identity/pages.tsx";
import { roleOf, useSession } from "../identity/session.ts";
import { journalQuery, savePage } from "../journal/queries.ts";
import { PartnerFrame } from "../partner/Frame.tsx";
import { homeQuery } from "../partner/queries.ts";
import { DraftsContext, useDraft } from "../room/drafts/useDraft.tsx";
import { useOnDevice } from "../typed/onDevice.ts";
import { Button } from "../ui/Button.tsx";
import { FieldError } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Seen } from "../ui/Seen.tsx";
import { say } from "../ui/say.ts";
import { addWin, LONGEST_WIN, progressQuery } from "./queries.ts";
import "./progress.css";

/** One sentence about something that went well; it may as well stay one's own. */
export default function AddWinPage() {
  const session = useSession();
  const keeper = useOnDevice("win");
  if (roleOf(session) !== "client") return <NothingHere />;
  return (
    <PartnerFrame className="addwin">
      <div className="row">
        <Link to="/progress" className="btn btn--quiet btn--icon" aria-label={t("ui.back")}>
          <Icon name="back" />
        </Link>
        <h1 className="title">{t("progress.addTitle")}</h1>
      </div>
      {keeper && (
        <DraftsContext value={keeper}>
          <Form />
        </DraftsContext>
      )}
    </PartnerFrame>
  );
}

type State = "rest" | "busy" | "notAdded" | "closed";

function Form() {
  const id = useId();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const home = useQuery(homeQuery).data;
  const draft = useDraft("text");
  const [state, setState] = useState<State>("rest");
  // The same words sent again are the same win, or the same page.
  const begun = useRef({ id: "", text: "" });
  const text = draft.text.trim();
  const over = [...text].length - LONGEST_WIN;
  const error =
    over > 0
      ? t("progress.tooLong", { n: over })
      : state === "notAdded" || state === "closed"
        ? t(`progress.${state}`)
        : "";

  function idOf() {
    if (begun.current.text !== text) begun.current = { id: crypto.randomUUID(), text };
    return begun.current.id;
  }
  async function put(where: () => Promise<void>) {
    if (text === "" || state === "busy") return;
    setState("busy");
    try {
      await where();
      draft.done();
      await navigate({ to: "/progress" });
    } catch (why) {
      setState(why instanceof Refused && why.type === "/problems/case-closed" ? "closed" : "notAdded");
    }
  }
  const add = () =>
    put(async () => {
      await addWin(idOf(), text);
      await queries.invalidateQueries({ queryKey: progressQuery.queryKey });
    });
  const keep = () =>
    put(async () => {
      const came = await savePage(idOf(), text, 0);
      if (came === "failed") throw new Error("not kept");
      await queries.invalidateQueries({ queryKey: journalQuery.queryKey });
      say(t("progress.inJournal"));
    });
  return (
    <form
      className="stack stack--l"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (over <= 0) void add();
      }}
    >
      <div className="fieldset">
        <label htmlFor={id}>{t("progress.noticed")}</label>
        <p className="hint" id={`${id}-hint`}>
          {t("progress.noticedHint")}
        </p>
        <textarea
          id={id}
          className="field"
          rows={3}
          autoComplete="off"
          dir="auto"
          value={draft.text}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-hint ${id}-seen${error ? ` ${id}-error` : ""}`}
          onChange={(event) => draft.set(event.target.value)}
          onBlur={draft.rest}
        />
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      </div>
      <Seen
        id={`${id}-seen`}
        people={home?.members.map((one) => ({ ...one, on: true })) ?? []}
        spoken={t("progress.addSpoken")}
      >
        {rich("progress.addSeen", { b: (words) => <b>{words}</b> })}
      </Seen>
      <div className="acts">
        <Button type="submit" look="primary" notYet={text === "" || over > 0} busy={state === "busy"}>
          {t("progress.addNow")}
        </Button>
        <Button look="quiet" notYet={text === ""} onClick={() => void keep()}>
          {t("progress.toJournal")}
        </Button>
      </div>
      <p className="meta">{t("progress.canTakeDown")}</p>
    </form>
  );
}
