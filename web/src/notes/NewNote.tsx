import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useCallback, useId, useState } from "react";
import { t } from "../i18n/t.ts";
import { Saver } from "../typed/saver.ts";
import { asItIsNow, Elsewhere, SavedState, useSaver } from "../typed/Typed.tsx";
import { Button } from "../ui/Button.tsx";
import { LONGEST, notesQuery, saveNote } from "./queries.ts";

type Props = {
  couple: string;
  room?: string;
  /** Which note is being written here, so that the list does not show it twice. */
  onBegin(id: string): void;
};
type Begun = { id: string; saver: Saver };

/** A field for the next note. It is there as soon as it is typed; Enter ends it and begins another. */
export function NewNote({ couple, room, onBegin }: Props) {
  const queries = useQueryClient();
  const begin = useCallback((): Begun => {
    const id = crypto.randomUUID();
    return { id, saver: new Saver("", 0, LONGEST, (text, on) => saveNote(couple, id, room, text, on)) };
  }, [couple, room]);
  const [begun, setBegun] = useState(begin);
  const { text } = useSaver(begun.saver);
  const id = useId();

  async function end() {
    if (text.trim() === "") return;
    await begun.saver.rest();
    // What could not be saved stays in the field, and says so.
    if (begun.saver.isBehind) return;
    await queries.invalidateQueries({ queryKey: notesQuery(couple).queryKey });
    const next = begin();
    onBegin(next.id);
    setBegun(next);
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void end();
  };
  const find = useCallback(
    async () => (await asItIsNow(queries, notesQuery(couple))).find((note) => note.id === begun.id),
    [queries, couple, begun.id],
  );
  return (
    <div className="newnote">
      <label className="vh" htmlFor={id}>
        {t("notes.write")}
      </label>
      <textarea
        id={id}
        className="field"
        rows={2}
        autoComplete="off"
        placeholder={t("notes.write")}
        aria-describedby={`${id}-hint`}
        dir="auto"
        value={text}
        onChange={(event) => {
          onBegin(begun.id);
          begun.saver.type(event.target.value);
        }}
        onBlur={() => void begun.saver.rest()}
        onKeyDown={onKeyDown}
      />
      <Elsewhere saver={begun.saver} find={find} />
      <div className="row row--between row--wrap newnote__foot">
        {text === "" ? (
          <p className="meta" id={`${id}-hint`}>
            {t("notes.hint")}
          </p>
        ) : (
          <SavedState saver={begun.saver} />
        )}
        {text.trim() !== "" && (
          <Button size="compact" onClick={() => void end()}>
            {t("notes.another")}
          </Button>
        )}
      </div>
    </div>
  );
}
