import { useId } from "react";
import { t } from "../i18n/t.ts";
import { MINUTES, matches, themes, type Wanted } from "./library.ts";
import type { ExerciseSummary } from "./queries.ts";

type Props = { all: readonly ExerciseSummary[]; wanted: Wanted; onChange(wanted: Wanted): void };

/** By theme, by where it is done, one's own, and how long it may take. Each says how many there are. */
export function Filters({ all, wanted, onChange }: Props) {
  const id = useId();
  const { theme, place, mine, most } = wanted;
  const count = (change: Partial<Wanted>) =>
    all.filter((exercise) => matches(exercise, { theme: null, place: null, mine: false, most: null, ...change }))
      .length;
  return (
    <nav className="lib__themes" aria-label={t("exercises.themes")}>
      <One
        on={theme === null && place === null && !mine}
        name={t("exercises.all")}
        n={all.length}
        onChoose={() => onChange({ theme: null, place: null, mine: false, most })}
      />
      {themes(all).map((one) => (
        <One
          key={one.id}
          on={theme === one.id}
          name={one.name}
          n={one.count}
          onChoose={() => onChange({ ...wanted, theme: theme === one.id ? null : one.id })}
        />
      ))}
      <hr className="rule lib__rule" />
      {(["room", "home"] as const).map((where) => (
        <One
          key={where}
          on={place === where}
          name={t(where === "room" ? "exercises.inRoom" : "exercises.atHome")}
          n={count({ place: where })}
          onChoose={() => onChange({ ...wanted, place: place === where ? null : where })}
        />
      ))}
      <One
        on={mine}
        name={t("exercises.mine")}
        n={count({ mine: true })}
        onChoose={() => onChange({ ...wanted, mine: !mine })}
      />
      <div className="fieldset lib__minutes">
        <label htmlFor={id}>{t("exercises.howLong")}</label>
        <select
          id={id}
          className="field"
          value={most ?? ""}
          onChange={(event) =>
            onChange({ ...wanted, most: event.target.value === "" ? null : Number(event.target.value) })
          }
        >
          <option value="">{t("exercises.anyLong")}</option>
          {MINUTES.map((n) => (
            <option key={n} value={n}>
              {t("exercises.upTo", { n })}
            </option>
          ))}
        </select>
      </div>
    </nav>
  );
}

function One({ on, name, n, onChoose }: { on: boolean; name: string; n: number; onChoose(): void }) {
  return (
    <button type="button" aria-pressed={on} onClick={onChoose}>
      {name} <span>{n}</span>
    </button>
  );
}
