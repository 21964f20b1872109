import { useState } from "react";
import { answer, api } from "../api/client.ts";
import { plainDate } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import { queries } from "../queries.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Mark } from "../ui/Mark.tsx";
import { initials } from "../ui/marks.ts";
import { Seats } from "../ui/Seats.tsx";
import { type Trouble, Troubled } from "./parts.tsx";
import { type CaseCheckins, caseQuery, type Partner } from "./queries.ts";
import "./checkin.css";

/** What the partners told the therapist in own words. */
export function ToldLines({ id, checkins }: { id: string; checkins: CaseCheckins }) {
  const { person } = useSession();
  const seen = [
    ...checkins.partners.map((one) => ({ ...one, on: false })),
    { seat: "therapist", name: person.shortName, on: true },
  ];
  return (
    <section className="private" aria-label={t("checkin.lines")}>
      <div className="private__head">
        <Seats people={seen} size="xs" />
        <h2 className="label">{t("checkin.lines")}</h2>
      </div>
      <div className="private__body">
        {checkins.lines.length === 0 && <p className="meta">{t("checkin.noLines")}</p>}
        <ul className="lines">
          {checkins.lines.map((line) => (
            <ToldLine key={`${line.by} ${line.week}`} id={id} line={line} partners={checkins.partners} />
          ))}
        </ul>
      </div>
    </section>
  );
}

type ToldProps = { id: string; line: CaseCheckins["lines"][number]; partners: readonly Partner[] };

function ToldLine({ id, line, partners }: ToldProps) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const names = partners.map((one) => one.name);
  const at = partners.findIndex((one) => one.seat === line.by);
  async function read() {
    setBusy(true);
    setTrouble(undefined);
    try {
      const params = { path: { coupleId: id } };
      await answer(api.POST("/couples/{coupleId}/checkins/read", { params, body: { by: line.by, week: line.week } }));
      await queries.invalidateQueries({ queryKey: caseQuery(id).queryKey });
      void queries.invalidateQueries({ queryKey: ["today"] });
    } catch {
      setTrouble("not-saved");
    } finally {
      setBusy(false);
    }
  }
  return (
    <li className="stack stack--s">
      <p className="meta row">
        <Mark seat={line.by} initial={initials(names)[at] ?? ""} size="xs" />
        {t("checkin.lineOf", { name: names[at] ?? "", day: plainDate(line.week) })}
      </p>
      <p className="voice told" dir="auto">
        {line.text}
      </p>
      {line.read ? (
        <p className="status">
          <Icon name="check" />
          {t("checkin.readDone")}
        </p>
      ) : (
        <Button size="compact" busy={busy} onClick={() => void read()}>
          {t("checkin.read")}
        </Button>
      )}
      <Troubled trouble={trouble} />
    </li>
  );
}
