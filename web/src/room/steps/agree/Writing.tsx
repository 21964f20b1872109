import type { ReactNode } from "react";
import { t } from "../../../i18n/t.ts";
import { useSaidOnChange } from "../../../ui/say.ts";
import { nameOf } from "../asking/who.ts";
import type { Person } from "../props.ts";
import type { Live } from "./useTyping.ts";
import { diff } from "./words.ts";

/** A plain textarea that is as high as its words: spelling, dictation and screen readers work in it. */
export function Grow({ value, children }: { value: string; children: ReactNode }) {
  return (
    <div className="clause__grow" data-value={value}>
      {children}
    </div>
  );
}

/** The other's words as they come and go, and a caret with a name. Never in one's own field. */
export function LiveWords({ from, live, people }: { from: string; live: Live; people: readonly Person[] }) {
  const name = nameOf(people, live.from);
  let at = 0;
  return (
    <span className={`who--${live.from}`}>
      {diff(from, live.text).map((piece) => {
        const key = `${piece.kind}-${at}`;
        at += piece.text.length;
        return piece.kind === "same" ? (
          <span key={key}>{piece.text}</span>
        ) : piece.kind === "out" ? (
          <del key={key}>{piece.text}</del>
        ) : (
          <ins key={key}>{piece.text}</ins>
        );
      })}
      <span className="caret" aria-hidden="true">
        <span>{t("agree.writing", { name })}</span>
      </span>
    </span>
  );
}

/** "Daniel is writing" is spoken once, when it begins. */
export function SaysWhoWrites({ live, people }: { live: Live | null; people: readonly Person[] }) {
  const name = live ? nameOf(people, live.from) : "";
  useSaidOnChange(name === "" ? "" : t("agree.writing", { name }));
  return null;
}
