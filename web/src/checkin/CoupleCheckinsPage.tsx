import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { Asked } from "../api/Asked.tsx";
import { answer, api } from "../api/client.ts";
import { CoupleFrame } from "../couple/CoupleFrame.tsx";
import { list, plainDate } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import { queries } from "../queries.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Mark } from "../ui/Mark.tsx";
import { initials } from "../ui/marks.ts";
import { Seats } from "../ui/Seats.tsx";
import { Seen } from "../ui/Seen.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { ChartFigure, Numbers } from "./ChartFigure.tsx";
import { type Trouble, Troubled } from "./CheckinPage.tsx";
import { ends, lastWeeks, MIDDLE, NARROW } from "./chart.ts";
import { left } from "./checkin.ts";
import { type CaseCheckins, type Chart, caseQuery, type Look, type Partner } from "./queries.ts";
import { itemName, itemTitle, lookDay, lookText } from "./words.ts";
import "./checkin.css";

const route = getRouteApi("/inside/couples/$id/checkins");

/** A couple's check-ins as they are told to the therapist. */
export default function CoupleCheckinsPage() {
  const { id } = route.useParams();
  return <CoupleFrame id={id}>{() => <Found id={id} />}</CoupleFrame>;
}

function Found({ id }: { id: string }) {
  const checkins = useQuery(caseQuery(id));
  return (
    <Asked of={checkins}>
      {(data) => (
        <div className="cols">
          <div className="stack stack--xl">
            <Charts checkins={data} />
            <After checkins={data} />
          </div>
          <div className="stack stack--xl">
            <Looks id={id} checkins={data} />
            <Lines id={id} checkins={data} />
          </div>
        </div>
      )}
    </Asked>
  );
}

/** Fewer than three weeks are words, not a line. */
const FEWEST = 3;

function Charts({ checkins }: { checkins: CaseCheckins }) {
  const [chosen, setChosen] = useState("");
  const current = checkins.charts.find((one) => one.id === chosen) ?? checkins.charts[0];
  return (
    <section className="stack">
      <div className="stack stack--xs">
        <h2 className="subhead">{current ? itemTitle(current.id) : t("checkin.nav")}</h2>
        <p className="meta">{current ? t("checkin.about") : t("checkin.noCheckins")}</p>
      </div>
      {current && (
        <Tabs
          label={t("checkin.which")}
          compact
          current={current.id}
          onChange={setChosen}
          tabs={checkins.charts.map(({ id, chart }) => ({
            id,
            name: itemName(id),
            panel: <Panel id={id} chart={chart} checkins={checkins} />,
          }))}
        />
      )}
    </section>
  );
}

function Panel({ id, chart, checkins }: { id: string; chart: Chart; checkins: CaseCheckins }) {
  const answered = chart.weeks.filter((_, i) => chart.lines.some((line) => line.numbers[i] !== null)).length;
  const question = checkins.questions.items.find((item) => item.id === id);
  return (
    <div className="stack stack--s">
      {answered < FEWEST ? (
        <>
          <p className="meta">{t("checkin.few")}</p>
          <Numbers chart={chart} people={checkins.partners} caption={itemTitle(id)} />
        </>
      ) : (
        <ChartFigure
          chart={chart}
          people={checkins.partners}
          sessions={checkins.sessions}
          title={itemTitle(id)}
          summary={moved(lastWeeks(chart, MIDDLE.weeks), checkins.partners)}
          sizes={[MIDDLE, NARROW]}
        />
      )}
      {question && !question.shareable && <p className="meta">{t("checkin.yours")}</p>}
    </div>
  );
}

function moved(chart: Chart, partners: readonly Partner[]): string {
  const lines = chart.lines.map(({ seat, numbers }) => {
    const [from, to] = ends(numbers);
    const name = partners.find((one) => one.seat === seat)?.name ?? "";
    return t("checkin.moved", { name, from: String(from), to: String(to) });
  });
  return t("checkin.movedAll", { lines: list(lines) });
}

function Looks({ id, checkins }: { id: string; checkins: CaseCheckins }) {
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

function Lines({ id, checkins }: { id: string; checkins: CaseCheckins }) {
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

function After({ checkins }: { checkins: CaseCheckins }) {
  return (
    <section className="stack">
      <h2 className="subhead">{t("checkin.after")}</h2>
      {checkins.after.length === 0 && <p className="meta">{t("checkin.noAfter")}</p>}
      {checkins.after.map((session) => (
        <table key={session.number} className="tbl aftertbl">
          <caption className="strong">
            {t("checkin.afterOf", { number: String(session.number), day: plainDate(session.on) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("checkin.questionHead")}</th>
              {checkins.partners.map((partner) => (
                <th key={partner.seat} scope="col">
                  {partner.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {checkins.afterQuestions.items.map((item) => (
              <tr key={item.id}>
                <td>{item.prompt}</td>
                {checkins.partners.map(({ seat }) => (
                  <td key={seat} className="num">
                    {session.answers[seat]?.[item.id] ?? t("checkin.gap")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
