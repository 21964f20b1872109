import { useState } from "react";
import { plainDate } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Mark } from "../ui/Mark.tsx";
import { shapeOf } from "../ui/marks.ts";
import { drawing, lastWeeks, type Size } from "./chart.ts";
import type { Chart, Partner } from "./queries.ts";
import "./checkin.css";

type Props = {
  chart: Chart;
  people: readonly Partner[];
  sessions: readonly string[];
  title: string;
  /** The same in a sentence, about all of them. */
  summary: string;
  sizes: readonly [wide: Size, narrow: Size];
};

/** Lines over some weeks, and the same numbers as a table for whoever wants them so. */
export function ChartFigure({ chart, people, sessions, title, summary, sizes }: Props) {
  const [table, setTable] = useState(false);
  const [wide, narrow] = sizes;
  return (
    <figure className="chartfig">
      {table ? (
        <Numbers chart={lastWeeks(chart, wide.weeks)} people={people} caption={title} />
      ) : (
        <>
          <Drawn className="chart chart--wide" {...{ chart, people, sessions, title, summary }} size={wide} />
          <Drawn className="chart chart--narrow" {...{ chart, people, sessions, title, summary }} size={narrow} />
        </>
      )}
      <figcaption className="row row--wrap meta">
        {!table && sessions.length > 0 && (
          <span className="row chartfig__key">
            <svg width="10" height="11" viewBox="0 0 10 11" aria-hidden="true">
              <path d="M0 10.5V5a5 5 0 0 1 10 0v5.5z" fill="currentColor" />
            </svg>
            {t("checkin.session")}
          </span>
        )}
        <Button look="quiet" size="compact" onClick={() => setTable(!table)}>
          {t(table ? "checkin.showChart" : "checkin.showTable")}
        </Button>
      </figcaption>
    </figure>
  );
}

type DrawnProps = Omit<Props, "sizes"> & { size: Size; className: string };

function Drawn({ chart, people, sessions, title, summary, size, className }: DrawnProps) {
  const drawn = drawing(chart, sessions, size);
  const n = Math.min(chart.weeks.length, size.weeks);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t("checkin.chartOf", { title, n, summary })}
    >
      {drawn.grid.map(({ y, number }) => (
        <g key={number}>
          <path className="grid" d={`M34 ${y}H${drawn.right}`} />
          <text className="axis" x="22" y={y + 4.5} textAnchor="end">
            {number}
          </text>
        </g>
      ))}
      {drawn.days.map(({ x, day }) => (
        <text key={day} className="axis" x={x} y={size.height - 4} textAnchor="middle">
          {plainDate(day)}
        </text>
      ))}
      {drawn.sessions.map(({ x, y }) => (
        <path key={x} className="mk" d={`M${x - 5} ${y}v-4.5a5 5 0 0 1 10 0v4.5z`} />
      ))}
      {drawn.lines.map((line) => {
        const look = lookOf(line.seat);
        return (
          <g key={line.seat}>
            <path className={`ln ln-${look}`} d={line.path} />
            {line.points.map(({ x, y }) =>
              look === "b" ? (
                <rect key={x} className="dot-b" x={x - 5} y={y - 5} width="10" height="10" rx="2" />
              ) : (
                <circle key={x} className={`dot-${look}`} cx={x} cy={y} r="5" />
              ),
            )}
            {line.end && (
              <text className={`tag-${look}`} x={line.end.x + 14} y={line.end.y + 5}>
                {people.find((one) => one.seat === line.seat)?.name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** A chart shows one pair: round and solid, square and dashed. */
const lookOf = (seat: string) => (shapeOf(seat) === shapeOf("partner-2") ? "b" : "a");

/** The numbers of some weeks, the newest first. */
export function Numbers({ chart, people, caption }: { chart: Chart; people: readonly Partner[]; caption: string }) {
  const nameOf = (seat: string) => people.find((one) => one.seat === seat)?.name ?? "";
  return (
    <table className="tbl chartfig__table">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("checkin.week")}</th>
          {chart.lines.map(({ seat }) => (
            <th key={seat} scope="col">
              <span className="row">
                <Mark seat={seat} initial={nameOf(seat).slice(0, 1)} size="xs" />
                {nameOf(seat)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.weeks
          .map((week, i) => (
            <tr key={week}>
              <td>{plainDate(week)}</td>
              {chart.lines.map(({ seat, numbers }) => (
                <td key={seat} className="num">
                  {numbers[i] ?? t("checkin.gap")}
                </td>
              ))}
            </tr>
          ))
          .reverse()}
      </tbody>
    </table>
  );
}
