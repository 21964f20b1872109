import { useState } from "react";
import { list } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { Tabs } from "../ui/Tabs.tsx";
import { ChartFigure, Numbers } from "./ChartFigure.tsx";
import { ends, lastWeeks, MIDDLE, NARROW } from "./chart.ts";
import type { CaseCheckins, Chart, Partner } from "./queries.ts";
import { itemName, itemTitle } from "./words.ts";
import "./checkin.css";

/** Fewer than three weeks are words, not a line. */
const FEWEST = 3;

/** Both people's lines, question by question, as their therapist may see them. */
export function CaseCharts({ checkins }: { checkins: CaseCheckins }) {
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
