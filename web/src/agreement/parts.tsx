import { useState } from "react";
import { plainDate } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { Mark } from "../ui/Mark.tsx";
import { initials } from "../ui/marks.ts";
import { Notice } from "../ui/Notice.tsx";
import { Seen } from "../ui/Seen.tsx";
import { type Act, type Agreement, type Agreements, act } from "./queries.ts";

/** "All three of you can see this" */
export function AllSee({ members }: Pick<Agreements, "members">) {
  return (
    <Seen people={members.map((one) => ({ ...one, on: true }))} spoken={t("agree.seen")} plain>
      {rich("agree.seen", { b: (inner) => <b>{inner}</b> })}
    </Seen>
  );
}

export const nameAt = ({ members }: Pick<Agreements, "members">, seat: string) =>
  members.find((one) => one.seat === seat)?.name ?? "";

/** The line for each partner: signed, or empty without a comment. */
export function Signatures({ all, signed }: { all: Agreements; signed: Agreement["signed"] }) {
  const letters = initials(all.members.map((one) => one.name));
  return (
    <div className="ag__sign">
      {all.members.map(
        (one, i) =>
          one.seat.startsWith("partner-") && (
            <div key={one.seat} className="ag__sig">
              <p className="strong row">
                <Mark seat={one.seat} initial={letters[i] ?? ""} size="s" />
                {one.name}
              </p>
              <Signature name={one.name} on={signed.find((each) => each.seat === one.seat)?.on} />
            </div>
          ),
      )}
    </div>
  );
}

function Signature({ name, on }: { name: string; on: string | undefined }) {
  return (
    <>
      <div className="ag__line">{on && name}</div>
      <p className="meta">{on && t("agreements.signedOn", { day: plainDate(on) })}</p>
    </>
  );
}

/** An act that is shown once the server has it. What it was stays on the page when it could not be kept. */
export function useAct(id: string) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  async function does(what: Act): Promise<boolean> {
    setBusy(true);
    setFailed(false);
    try {
      await act(id, what);
      return true;
    } catch {
      setFailed(true);
      return false;
    } finally {
      setBusy(false);
    }
  }
  const trouble = failed ? <Notice spoken>{t("agreements.notKept")}</Notice> : null;
  return { busy, does, trouble };
}
