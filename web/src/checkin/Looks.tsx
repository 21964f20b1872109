import { useState } from "react";
import { answer, api } from "../api/client.ts";
import { rich, t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import { queries } from "../queries.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Seen } from "../ui/Seen.tsx";
import { left } from "./checkin.ts";
import { type Trouble, Troubled } from "./parts.tsx";
import { type CaseCheckins, caseQuery, type Look, type Partner } from "./queries.ts";
import { lookDay, lookText } from "./words.ts";
import "./checkin.css";

/** What is worth a look, in words; it can be put aside with a note. */
export function Looks({ id, checkins }: { id: string; checkins: CaseCheckins }) {
  const looks = checkins.looks.filter((look) => look.rule !== "unread-line");
  return (
    <section className="stack stack--s">
      <h2 className="subhead">{t("checkin.worth")}</h2>
      {looks.length === 0 ? (
        <p className="meta">{t("checkin.noLooks")}</p>
      ) : (
        <>
          <ul className="lines">
            {looks.map((look) => (
              <LookLine key={look.id} id={id} look={look} partners={checkins.partners} />
            ))}
          </ul>
          <p className="meta">{t("checkin.looksAbout")}</p>
        </>
      )}
    </section>
  );
}

/** As long as the server takes. */
const LONGEST_NOTE = 640;

function LookLine({ id, look, partners }: { id: string; look: Look; partners: readonly Partner[] }) {
  const { person } = useSession();
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const over = -left(note, LONGEST_NOTE);
  async function put() {
    setBusy(true);
    setTrouble(undefined);
    try {
      const params = { path: { coupleId: id, flag: look.id ?? "" } };
      await answer(api.PUT("/couples/{coupleId}/looks/{flag}", { params, body: note.trim() === "" ? {} : { note } }));
      await queries.invalidateQueries({ queryKey: caseQuery(id).queryKey });
      void queries.invalidateQueries({ queryKey: ["today"] });
      setAsking(false);
    } catch {
      setTrouble("not-saved");
    } finally {
      setBusy(false);
    }
  }
  const seen = [
    ...partners.map((one) => ({ ...one, on: false })),
    { seat: "therapist", name: person.shortName, on: true },
  ];
  return (
    <li className="stack stack--s">
      <div className="row row--wrap">
        <div className="grow">
          <p className="strong">{lookText(look, partners)}</p>
          <p className="meta">{lookDay(look)}</p>
        </div>
        {look.aside ? (
          <span className="status">
            <Icon name="check" />
            {t("checkin.asideDone")}
          </span>
        ) : (
          !asking && (
            <Button size="compact" onClick={() => setAsking(true)}>
              {t("checkin.aside")}
            </Button>
          )
        )}
      </div>
      {look.note && <p className="look__note">{look.note}</p>}
      {asking && (
        <div className="stack stack--s">
          <Seen people={seen} spoken={t("checkin.asideSeen")} plain>
            {rich("checkin.asideSeen", { b: (inner) => <b>{inner}</b> })}
          </Seen>
          <TextField
            label={t("checkin.asideNote")}
            rows={3}
            value={note}
            error={over > 0 ? t("checkin.tooLong", { n: over }) : undefined}
            onChange={(event) => setNote(event.target.value)}
          />
          <Troubled trouble={trouble} />
          <div className="row">
            <Button look="primary" size="compact" busy={busy} notYet={over > 0} onClick={() => void put()}>
              {t("checkin.aside")}
            </Button>
            <Button look="quiet" size="compact" onClick={() => setAsking(false)}>
              {t("checkin.notNow")}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
