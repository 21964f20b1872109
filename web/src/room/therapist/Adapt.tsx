import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FieldError, TextField } from "../../ui/Field.tsx";
import { useHere } from "../here.ts";
import { refusedText } from "../refused.ts";
import type { Outcome } from "../steps/props.ts";
import type { Step } from "../steps/steps-types.ts";

/** As long as the server takes. */
const LONGEST = { prompt: 320, help: 320, card: 64 };

type Word = { key: string; label: string; text: string; most: number };

/** The words of a step that can be changed here, for all and for this room only. */
export function wordsOf(step: Step): Word[] {
  const { prompt, help } = step as { prompt?: string; help?: string | null };
  const words: Word[] = [];
  if (prompt) words.push({ key: "prompt", label: t("leading.adapt.prompt"), text: prompt, most: LONGEST.prompt });
  if (help) words.push({ key: "help", label: t("leading.adapt.help"), text: help, most: LONGEST.help });
  const cards = step.kind === "sort" ? step.cards : [];
  return [
    ...words,
    ...cards.map((card, i) => ({
      key: `card:${card.id}`,
      label: t("leading.adapt.card", { n: i + 1 }),
      text: card.text,
      most: LONGEST.card,
    })),
  ];
}

/** Before anybody has finished it changes the step; afterwards it opens a new round, and what was sealed stays. */
export function Adapt({ step, open, onClose }: { step: Step; open: boolean; onClose(): void }) {
  const { send } = useHere();
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  const [outcome, setOutcome] = useState<Outcome>("done");
  const [busy, setBusy] = useState(false);
  const words = wordsOf(step);
  const news = Object.fromEntries(
    Object.entries(changed).filter(
      ([key, text]) => text.trim() !== "" && text !== words.find((w) => w.key === key)?.text,
    ),
  );
  const nothing = Object.keys(news).length === 0;

  async function adapt() {
    setBusy(true);
    const became = await send({ type: "AdaptStep", data: { words: news } });
    setBusy(false);
    setOutcome(became);
    if (became !== "done") return;
    setChanged({});
    onClose();
  }
  const why = refusedText(outcome);
  const foot = (
    <>
      <Button look="quiet" onClick={onClose}>
        {t("ui.notNow")}
      </Button>
      <Button look="primary" busy={busy} notYet={nothing} onClick={() => void adapt()}>
        {t("leading.adapt.do")}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t("leading.adapt")} foot={foot}>
      <p>{t("leading.adapt.text")}</p>
      {words.map((word) => (
        <TextField
          key={word.key}
          label={word.label}
          rows={2}
          maxLength={word.most}
          value={changed[word.key] ?? word.text}
          onChange={(event) => setChanged({ ...changed, [word.key]: event.target.value })}
        />
      ))}
      {why && <FieldError id="adapt-why">{why}</FieldError>}
    </Dialog>
  );
}
