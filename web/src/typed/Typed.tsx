import type { FetchQueryOptions, QueryClient, QueryKey } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Refused } from "../api/client.ts";
import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { Came, Saver, Saving } from "./saver.ts";
import "./typed.css";

/** What a writing came to, by the server's answer. */
export async function came(asked: Promise<{ version: number }>): Promise<Came> {
  try {
    return { kept: (await asked).version };
  } catch (why) {
    return why instanceof Refused && why.type === "/problems/changed-elsewhere" ? "elsewhere" : "failed";
  }
}

/** What the server has at this moment, however lately it was asked. */
export function asItIsNow<T, K extends QueryKey>(queries: QueryClient, query: FetchQueryOptions<T, Error, T, K>) {
  return queries.fetchQuery({ ...query, staleTime: 0 });
}

/** Follows a saver. What it still holds goes to the server when the field is left, the page hidden, or the part taken away. */
export function useSaver(saver: Saver): { text: string; state: Saving } {
  const seen = useSyncExternalStore(
    (changed) => saver.hear(changed),
    () => `${saver.state} ${saver.text}`,
  );
  useEffect(() => {
    const rest = () => void saver.rest();
    addEventListener("pagehide", rest);
    addEventListener("online", rest);
    return () => {
      removeEventListener("pagehide", rest);
      removeEventListener("online", rest);
      rest();
    };
  }, [saver]);
  const at = seen.indexOf(" ");
  return { text: seen.slice(at + 1), state: seen.slice(0, at) as Saving };
}

/** Whether the words are safe; in a hurry only when they are not. */
export function SavedState({ saver }: { saver: Saver }) {
  const { state } = useSaver(saver);
  if (state === "unsaved" || state === "tooLong") {
    return (
      <p className="ferror typed__state" role="alert">
        <Icon name="info" />
        {state === "unsaved" ? t("typed.unsaved") : t("typed.tooLong", { most: saver.longest })}
      </p>
    );
  }
  if (state === "quiet" || state === "elsewhere") return null;
  return (
    <p className="status typed__state">
      <Icon name={state} />
      {t(`typed.${state}`)}
    </p>
  );
}

type There = { text: string; version: number };
type Props = {
  saver: Saver;
  /** What the server has now; undefined: it was deleted. */
  find(): Promise<There | undefined>;
};

/** Two pages have changed the same words: both wordings, and the person decides. */
export function Elsewhere({ saver, find }: Props) {
  const { state } = useSaver(saver);
  const [there, setThere] = useState<There | "gone">();
  useEffect(() => {
    if (state !== "elsewhere") return setThere(undefined);
    void find().then((found) => setThere(found ?? "gone"));
  }, [state, find]);
  if (state !== "elsewhere" || there === undefined) return null;
  if (there === "gone") return <Notice look="plain" icon="device" title={t("typed.goneElsewhere")} spoken />;
  return (
    <Notice look="plain" icon="device" title={t("typed.elsewhere")} spoken>
      <p className="voice typed__other" dir="auto">
        {there.text}
      </p>
      <div className="acts">
        <Button size="compact" onClick={() => void saver.keepMine(there.version)}>
          {t("typed.keep")}
        </Button>
        <Button look="quiet" size="compact" onClick={() => saver.takeTheirs(there.text, there.version)}>
          {t("typed.take")}
        </Button>
      </div>
    </Notice>
  );
}
