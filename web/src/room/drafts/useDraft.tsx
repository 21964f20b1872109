import { createContext, use, useEffect, useRef, useState } from "react";
import { t } from "../../i18n/t.ts";
import type { Where } from "../../live/wire.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { DraftKeeper, Kept } from "./keeper.ts";

export const DraftsContext = createContext<DraftKeeper | null>(null);

export type DraftField = {
  text: string;
  set(text: string): void;
  /** For the field's onBlur. */
  rest(): void;
  /** The words have been sent: the draft goes, the field empties. */
  done(): void;
  /** What was written on another device, until the person has decided. */
  other: string | null;
  takeOther(): void;
  dropOther(): void;
  kept: Kept;
};

/** The name of a field of a step, as the server keeps it. */
export const fieldOf = ({ run, step, round }: Where, name: string) => `${run}.${step}.${round}.${name}`;

/** The text of a field that is never lost: not by a reload, not by a move, not by another device. */
export function useDraft(field: string, initial = ""): DraftField {
  const keeper = use(DraftsContext);
  const [text, setText] = useState(initial);
  const [other, setOther] = useState<string | null>(null);
  const [kept, setKept] = useState<Kept>("quiet");
  const touched = useRef(false);
  useEffect(() => {
    if (keeper === null) return;
    let here = true;
    touched.current = false;
    void keeper.find(field).then((found) => {
      // Whoever types already must not see the words change under the hands.
      if (!here || !found || touched.current) return;
      setText(found.text);
      setOther(found.other);
    });
    const deaf = keeper.hear(field, setKept);
    return () => {
      here = false;
      deaf();
      void keeper.rest(field);
    };
  }, [keeper, field]);

  function set(next: string) {
    touched.current = true;
    setText(next);
    keeper?.type(field, next);
  }
  return {
    text,
    set,
    rest: () => void keeper?.rest(field),
    done() {
      touched.current = true;
      setText("");
      setOther(null);
      void keeper?.drop(field);
    },
    other,
    takeOther() {
      if (other === null) return;
      const mine = text;
      set(other);
      setOther(mine.trim() === "" ? null : mine);
    },
    dropOther: () => setOther(null),
    kept,
  };
}

/** Two devices: the later words stand in the field, the others are offered. */
export function OtherWording({ draft }: { draft: DraftField }) {
  if (draft.other === null) return null;
  return (
    <Notice look="plain" icon="device" title={t("room.other")}>
      <p className="voice">{draft.other}</p>
      <div className="acts">
        <Button size="compact" onClick={draft.takeOther}>
          {t("room.other.take")}
        </Button>
        <Button look="quiet" size="compact" onClick={draft.dropOther}>
          {t("room.other.leave")}
        </Button>
      </div>
    </Notice>
  );
}
