import { useEffect, useState } from "react";
import { useDevice } from "../identity/device.ts";
import type { Device } from "../live/outbox.ts";
import { Saver } from "../typed/saver.ts";
import { useSaver } from "../typed/Typed.tsx";
import type { Mistake } from "./mistakes.ts";
import { type Doc, type Draft, saveDraft } from "./queries.ts";

/** More than any exercise has letters; how many bytes it may have says the server. */
const LONGEST = 262_144;
const DEVICE_AFTER = 600;

type OnDevice = { on: number; doc: Doc };

export type Writing = {
  readonly doc: Doc;
  readonly saver: Saver;
  /** Of what was saved last. */
  readonly mistakes: readonly Mistake[];
  write(doc: Doc): void;
};

export const docOf = (draft: Pick<Draft, "text" | "form">): Doc =>
  draft.form ? { form: draft.form } : { text: draft.text };

const place = (id: string) => `exercise/${id}/draft`;

/** What this device has of it and the server has not: the page had ended, or there was no network. */
export async function unsaved(device: Device, draft: Draft): Promise<OnDevice | undefined> {
  const found = await device.drafts.find(place(draft.id)).catch(() => undefined);
  if (!found) return undefined;
  const kept = JSON.parse(found.text) as OnDevice;
  return JSON.stringify(kept.doc) === JSON.stringify(docOf(draft)) ? undefined : kept;
}

/** A draft that is saved as it is typed: sealed on this device first, then on the server. */
export function useDraftDoc(draft: Draft, found: OnDevice | undefined): Writing {
  const device = useDevice();
  const [mistakes, setMistakes] = useState<readonly Mistake[]>(draft.mistakes);
  const [saver] = useState(() => {
    const save = (text: string, on: number) => saveDraft(draft.id, JSON.parse(text) as Doc, on, setMistakes);
    // Written on an older version, it is no other page's loss: the server says so, and the person decides.
    const made = new Saver(JSON.stringify(docOf(draft)), found?.on ?? draft.version, LONGEST, save);
    if (found) made.type(JSON.stringify(found.doc));
    return made;
  });
  const { text, state } = useSaver(saver);
  useEffect(() => {
    if (!device) return;
    if (!saver.isBehind) {
      if (state === "saved") void device.drafts.drop(place(draft.id)).catch(() => {});
      return;
    }
    const kept = JSON.stringify({ on: saver.version, doc: JSON.parse(text) as Doc } satisfies OnDevice);
    const timer = setTimeout(() => {
      // A device that keeps nothing leaves the words on the page and on the server.
      void device.drafts.keep(place(draft.id), { text: kept, at: new Date().toISOString() }).catch(() => {});
    }, DEVICE_AFTER);
    return () => clearTimeout(timer);
  }, [device, saver, state, text, draft.id]);
  return { doc: JSON.parse(text) as Doc, saver, mistakes, write: (doc) => saver.type(JSON.stringify(doc)) };
}
