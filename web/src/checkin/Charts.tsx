import { useState } from "react";
import { answer, api } from "../api/client.ts";
import { rich, t } from "../i18n/t.ts";
import { queries } from "../queries.ts";
import { Choices } from "../ui/Choices.tsx";
import { Seen } from "../ui/Seen.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { ChartFigure } from "./ChartFigure.tsx";
import { course, NARROW, WIDE } from "./chart.ts";
import { type Trouble, Troubled } from "./parts.tsx";
import type { Chart, MyCharts } from "./queries.ts";
import { itemName, itemOurs, namesOf } from "./words.ts";
import "./checkin.css";

type Drawn = { id: string; chart: Chart };

/** What the couple sees of its check-ins: a chart for each item that both share. */
export function Charts({ charts }: { charts: MyCharts }) {
  const drawn = charts.items.flatMap(({ id, chart }): Drawn[] => (chart ? [{ id, chart }] : []));
  const [chosen, setChosen] = useState("");
  const current = drawn.find((one) => one.id === chosen) ?? drawn[0];
  if (current === undefined) {
    return (
      <section className="stack stack--s">
        <h2 className="heading">{t("checkin.charts")}</h2>
        <p>{t("checkin.noChart")}</p>
      </section>
    );
  }
  const people = charts.members.filter((member) => member.seat.startsWith("partner-"));
  const all = charts.members.map((member) => ({ ...member, on: true }));
  return (
    <section className="stack">
      <div className="stack stack--s">
        <h2 className="heading">{itemOurs(current.id)}</h2>
        <p className="meta">{t("checkin.chartsAbout")}</p>
      </div>
      <Seen people={all} spoken={t("checkin.shared")} plain>
        {rich("checkin.shared", { b: (inner) => <b>{inner}</b> })}
      </Seen>
      <Tabs
        label={t("checkin.which")}
        current={current.id}
        onChange={setChosen}
        tabs={drawn.map(({ id, chart }) => ({
          id,
          name: itemName(id),
          panel: (
            <ChartFigure
              chart={chart}
              people={people}
              sessions={charts.sessions}
              title={itemOurs(id)}
              summary={t(`checkin.${course(chart)}`)}
              sizes={[WIDE, NARROW]}
            />
          ),
        }))}
      />
    </section>
  );
}

/** What somebody shares of the own check-ins, item by item. */
export function Sharing({ charts }: { charts: MyCharts }) {
  const names = namesOf(charts.members, charts.you);
  const people = charts.members.map((member) => ({
    ...member,
    on: member.seat === charts.you || member.seat === "therapist",
  }));
  return (
    <section className="stack" id="sharing">
      <div className="stack stack--s">
        <h2 className="heading">{t("checkin.sharing")}</h2>
        <p className="meta">{t("checkin.sharingAbout")}</p>
      </div>
      <ul className="lines">
        {charts.items.map((item) => (
          <ShareItem key={item.id} item={item} />
        ))}
      </ul>
      <Seen people={people} spoken={t("checkin.never", { therapist: names.therapist })}>
        {rich("checkin.never", { b: (inner) => <b>{inner}</b> }, { therapist: names.therapist })}
      </Seen>
    </section>
  );
}

/** A choice about who sees something is not shown before the server has it. */
function ShareItem({ item }: { item: MyCharts["items"][number] }) {
  const [trouble, setTrouble] = useState<Trouble>();
  async function choose(on: boolean) {
    setTrouble(undefined);
    try {
      await answer(api.PUT("/checkin/sharing/{item}", { params: { path: { item: item.id } }, body: { on } }));
      await queries.invalidateQueries({ queryKey: ["checkin"] });
    } catch {
      setTrouble("not-saved");
    }
  }
  return (
    <li className="share">
      <span className="strong">{itemOurs(item.id)}</span>
      <Choices
        legend={itemOurs(item.id)}
        quiet
        options={[
          { value: "keep", name: t("checkin.keep") },
          { value: "share", name: t("checkin.share") },
        ]}
        value={item.on ? "share" : "keep"}
        onChange={(value) => void choose(value === "share")}
      />
      <Troubled trouble={trouble} />
    </li>
  );
}
