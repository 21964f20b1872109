import { type ReactNode, useId, useState } from "react";
import { t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { partnersOf } from "../asking/who.ts";
import type { Outcome, Person, StepProps } from "../props.ts";
import "./reveal.css";

type Props = {
  /** The reveal step. */
  reveal: string;
  openable: boolean;
  people: readonly Person[];
  send: StepProps<unknown, unknown>["send"];
  /** The look of a button in the bar where it stands. */
  className?: string;
};

/**
 * Opening asks once, since it cannot be taken back; so does leaving closed. Also for the room's own bar, where the
 * therapist has it at hand while the two are still at the step before.
 */
export function RevealActs({ reveal, openable, people, send, className = "ctl" }: Props) {
  const why = useId();
  const [asks, setAsks] = useState<"open" | "close" | null>(null);
  const away = partnersOf(people).find((person) => !person.here);
  const look = openable ? `${className} reveal-ctl ctl--primary` : `${className} reveal-ctl`;
  return (
    <>
      <button
        type="button"
        className={look}
        aria-disabled={!openable || undefined}
        aria-describedby={why}
        onClick={() => openable && setAsks("open")}
      >
        <Icon name="reveal" size="l" />
        <span>{t("reveal.open")}</span>
        <small id={why}>{t(openable ? "reveal.open.ready" : "reveal.open.notYet")}</small>
      </button>
      <button type="button" className={className} onClick={() => setAsks("close")}>
        <Icon name="closed" />
        {t("reveal.close")}
      </button>
      <Ask
        open={asks === "open"}
        title={t("reveal.open.ask")}
        yes={t("reveal.open.yes")}
        onClose={() => setAsks(null)}
        act={() => send({ type: "OpenAnswers", data: { step: reveal } })}
      >
        <p>{t("reveal.open.askText")}</p>
        {away && <p>{t("reveal.open.away", { name: away.name })}</p>}
      </Ask>
      <Ask
        open={asks === "close"}
        title={t("reveal.close.ask")}
        yes={t("reveal.close.yes")}
        onClose={() => setAsks(null)}
        act={() => send({ type: "LeaveClosed", data: { step: reveal } })}
      >
        <p>{t("reveal.close.askText")}</p>
      </Ask>
    </>
  );
}

type AskProps = {
  open: boolean;
  title: string;
  yes: string;
  onClose(): void;
  act(): Promise<Outcome>;
  children: ReactNode;
};

function Ask({ open, title, yes, onClose, act, children }: AskProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);

  async function go() {
    setBusy(true);
    const outcome = await act();
    setBusy(false);
    setRefused(outcome !== "done");
    if (outcome === "done") onClose();
  }
  const foot = (
    <>
      <Button look="quiet" onClick={onClose}>
        {t("reveal.notNow")}
      </Button>
      <Button look="primary" busy={busy} onClick={() => void go()}>
        {yes}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={title} foot={foot}>
      {children}
      {refused && <p role="alert">{t("reveal.nothingToOpen")}</p>}
    </Dialog>
  );
}
