import { useRef, useState } from "react";
import { answer, api, Refused } from "../api/client.ts";
import { list } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { queries } from "../queries.ts";
import { Button } from "../ui/Button.tsx";
import { Choices } from "../ui/Choices.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Notice } from "../ui/Notice.tsx";
import { type CaseQuestionnaires, roundsQuery } from "./queries.ts";

type Props = {
  id: string;
  partners: CaseQuestionnaires["partners"];
  choices: CaseQuestionnaires["choices"];
  onClose(): void;
};

const ALL = "all";

/** Which questionnaire, and whom; each is asked alone. */
export function AskDialog({ id, partners, choices, onClose }: Props) {
  const [instrumentId, setInstrument] = useState(choices[0]?.id ?? "");
  const [whom, setWhom] = useState<string>(ALL);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<"alreadyAsked" | "rests" | "notSaved">();
  // The same asking sent again is one asking.
  const ids = useRef(new Map<string, string>());

  async function ask() {
    setBusy(true);
    setTrouble(undefined);
    const seats = partners.map((partner) => partner.seat).filter((seat) => whom === ALL || seat === whom);
    const outcomes = await Promise.allSettled(seats.map(one));
    await queries.invalidateQueries({ queryKey: roundsQuery(id).queryKey });
    setBusy(false);
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    if (failed === undefined) onClose();
    else setTrouble(troubleOf(failed.reason));
  }

  function one(seat: string): Promise<unknown> {
    const key = `${instrumentId} ${seat}`;
    const askedId = ids.current.get(key) ?? crypto.randomUUID();
    ids.current.set(key, askedId);
    return answer(
      api.PUT("/couples/{coupleId}/questionnaires/{askedId}", {
        params: { path: { coupleId: id, askedId } },
        body: { instrumentId, seat },
      }),
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("instruments.askTitle")}
      foot={
        <>
          <Button onClick={onClose}>{t("instruments.notNow")}</Button>
          <Button look="primary" busy={busy} onClick={() => void ask()}>
            {t("instruments.ask")}
          </Button>
        </>
      }
    >
      <fieldset className="q28">
        <legend className="flabel">{t("instruments.askWhich")}</legend>
        {choices.map((choice) => (
          <label key={choice.id} className="opt">
            <input
              type="radio"
              name="which"
              checked={choice.id === instrumentId}
              onChange={() => setInstrument(choice.id)}
            />
            <span className="strong">{choice.name}</span>
          </label>
        ))}
      </fieldset>
      <Choices
        legend={t("instruments.askWhom")}
        options={[
          { value: ALL, name: t("instruments.askBoth", { names: list(partners.map((partner) => partner.name)) }) },
          ...partners.map((partner) => ({ value: partner.seat as string, name: partner.name })),
        ]}
        value={whom}
        onChange={setWhom}
      />
      <p className="meta">{t("instruments.askAbout")}</p>
      {trouble && <Notice spoken>{t(`instruments.${trouble}`)}</Notice>}
    </Dialog>
  );
}

function troubleOf(failure: unknown): "alreadyAsked" | "rests" | "notSaved" {
  if (!(failure instanceof Refused)) return "notSaved";
  if (failure.type.endsWith("already-asked")) return "alreadyAsked";
  return failure.type.endsWith("case-rests") ? "rests" : "notSaved";
}
