import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { t } from "../i18n/t.ts";
import { Saver } from "../typed/saver.ts";
import { asItIsNow, Elsewhere, SavedState, useSaver } from "../typed/Typed.tsx";
import { Button, IconButton } from "../ui/Button.tsx";
import { deleteNote, LONGEST, type Note, notesQuery, saveNote } from "./queries.ts";

/** A note that is kept; its author can always change it. */
export function Kept({ couple, note, at }: { couple: string; note: Note; at: string }) {
  const [changing, setChanging] = useState(false);
  return (
    <li className="note">
      <time dateTime={note.at}>{at}</time>
      {changing ? (
        <Changing couple={couple} note={note} at={at} onEnd={() => setChanging(false)} />
      ) : (
        <>
          <p className="note__text" dir="auto">
            {note.text}
          </p>
          <IconButton
            icon="pen"
            className="note__change"
            label={t("notes.change", { at })}
            onClick={() => setChanging(true)}
          />
        </>
      )}
    </li>
  );
}

function Changing({ couple, note, at, onEnd }: { couple: string; note: Note; at: string; onEnd(): void }) {
  const queries = useQueryClient();
  const [saver] = useState(
    () => new Saver(note.text, note.version, LONGEST, (text, on) => saveNote(couple, note.id, undefined, text, on)),
  );
  const { text } = useSaver(saver);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const find = useCallback(
    async () => (await asItIsNow(queries, notesQuery(couple))).find((other) => other.id === note.id),
    [queries, couple, note.id],
  );
  async function end() {
    await saver.rest();
    if (saver.isBehind) return;
    await queries.invalidateQueries({ queryKey: notesQuery(couple).queryKey });
    onEnd();
  }
  async function tearOut() {
    saver.end();
    try {
      await deleteNote(couple, note.id);
      await queries.invalidateQueries({ queryKey: notesQuery(couple).queryKey });
    } catch {
      setFailed(true);
    }
  }
  return (
    <div className="note__changing">
      <textarea
        className="field"
        aria-label={t("notes.change", { at })}
        autoComplete="off"
        dir="auto"
        // The button that was pressed is gone: the focus goes to what it opened.
        ref={(field) => field?.focus()}
        value={text}
        onChange={(event) => saver.type(event.target.value)}
        onBlur={() => void saver.rest()}
      />
      <Elsewhere saver={saver} find={find} />
      <SavedState saver={saver} />
      {failed && <p role="alert">{t("notes.failed")}</p>}
      {asking && <p className="meta">{t("notes.really")}</p>}
      <div className="acts">
        <Button size="compact" onClick={() => void end()}>
          {t("notes.done")}
        </Button>
        <Button look="quiet" size="compact" onClick={() => (asking ? void tearOut() : setAsking(true))}>
          {t("notes.delete")}
        </Button>
      </div>
    </div>
  );
}
