import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Asked } from "../api/Asked.tsx";
import { t } from "../i18n/t.ts";
import { todayQuery } from "../practice/queries.ts";
import { Chosen } from "./Chosen.tsx";
import { groups, isLive, themeName, themes } from "./library.ts";
import { type ExerciseSummary, exercisesQuery } from "./queries.ts";
import "./library.css";

/** @param couple with whom a session is being started; without, one is chosen beside the exercise */
export function Library({ couple }: { couple?: string }) {
  const exercises = useQuery(exercisesQuery);
  const couples = useQuery(todayQuery).data?.couples;
  const name = couples?.find((one) => one.id === couple)?.name;
  return (
    <>
      <h1 className="title">{name ? t("exercises.startWith", { couple: name }) : t("exercises.title")}</h1>
      <Asked of={exercises}>{(all) => <Shelf all={couple ? all.filter(isLive) : all} couple={couple} />}</Asked>
    </>
  );
}

function Shelf({ all, couple }: { all: readonly ExerciseSummary[]; couple: string | undefined }) {
  const [theme, setTheme] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(all[0]?.id ?? null);
  const detail = useRef<HTMLElement>(null);
  const shown = theme === null ? all : all.filter((exercise) => exercise.themes.includes(theme));
  const choose = (id: string | null) => {
    setChosen(id);
    // On a phone the details are below the list: the thumb must not have to look for them.
    if (matchMedia("(max-width: 1023px)").matches) requestAnimationFrame(() => detail.current?.focus());
  };
  return (
    <div className="lib">
      <Themes all={all} theme={theme} onChange={setTheme} />
      <div className="lib__list">
        <Line
          title={t("exercises.talk")}
          summary={t("exercises.talkSummary")}
          on={chosen === null}
          onChoose={() => choose(null)}
        />
        {groups(shown).map((group) => (
          <section key={group.theme} className="lib__group">
            <h2 className="subhead">{themeName(group.theme)}</h2>
            {group.exercises.map((exercise) => (
              <Line
                key={exercise.id}
                title={exercise.title}
                summary={exercise.summary}
                note={`${t(isLive(exercise) ? "exercises.inRoom" : "exercises.atHome")}, ${t("exercises.minutes", { n: exercise.minutes })}`}
                on={exercise.id === chosen}
                onChoose={() => choose(exercise.id)}
              />
            ))}
          </section>
        ))}
      </div>
      <Chosen ref={detail} exercise={all.find((exercise) => exercise.id === chosen)} couple={couple} />
    </div>
  );
}

type ThemesProps = { all: readonly ExerciseSummary[]; theme: string | null; onChange(theme: string | null): void };

function Themes({ all, theme, onChange }: ThemesProps) {
  return (
    <nav className="lib__themes" aria-label={t("exercises.themes")}>
      <button type="button" aria-pressed={theme === null} onClick={() => onChange(null)}>
        {t("exercises.all")} <span>{all.length}</span>
      </button>
      {themes(all).map((one) => (
        <button key={one.id} type="button" aria-pressed={theme === one.id} onClick={() => onChange(one.id)}>
          {one.name} <span>{one.count}</span>
        </button>
      ))}
    </nav>
  );
}

type LineProps = { title: string; summary: string; note?: string; on: boolean; onChoose(): void };

function Line({ title, summary, note, on, onChoose }: LineProps) {
  return (
    <button type="button" className="ex" aria-pressed={on} onClick={onChoose}>
      <span className="ex__title">{title}</span>
      {note && <span className="ex__note meta">{note}</span>}
      <span className="meta ex__summary">{summary}</span>
    </button>
  );
}
