import type { ReactNode } from "react";
import { themeName } from "../exercise/library.ts";
import { t } from "../i18n/t.ts";
import { Choices } from "../ui/Choices.tsx";
import { Notice } from "../ui/Notice.tsx";
import { FieldList, hasWord, sentence, Wrong } from "./Fields.tsx";
import { Fieldset } from "./Fieldset.tsx";
import { head, safety, THEMES } from "./fields.ts";
import { type Fields, isFields, put } from "./form.ts";
import { fieldAt, type Mistake, within } from "./mistakes.ts";
import { fieldName } from "./words.ts";

const PLACES = ["live", "together", "solo"] as const;
const LEVELS = ["0", "1", "2", "3"] as const;
const SHOWN = ["title", "summary", "purpose", "for", "themes", "safety", "steps"];

type Props = { form: Fields; mistakes: readonly Mistake[]; onChange(form: Fields): void; children: ReactNode };

/** What stands above the steps: how it is called, what it is for, where, and when not. */
export function Head({ form, mistakes, onChange, children }: Props) {
  const about = isFields(form.safety) ? form.safety : {};
  const other = mistakes.filter(({ path }) => !path.startsWith("/steps/") && !SHOWN.includes(fieldAt(path)));
  const pick = (field: string, all: readonly string[], word: string, on: boolean) =>
    onChange(
      put(
        form,
        field,
        all.filter((each) => (each === word ? on : hasWord(form, field, each))),
      ),
    );
  return (
    <div className="stack stack--l">
      <h2 className="title">{t("editor.head")}</h2>
      {[...other, ...mistakes.filter(({ path }) => path === "/steps")].map((mistake) => (
        <Notice key={`${mistake.path}${mistake.words}`}>
          {fieldName(fieldAt(mistake.path))}: {sentence(mistake)}
        </Notice>
      ))}
      <FieldList fields={head} value={form} at="" mistakes={mistakes} onChange={onChange} />
      <Fieldset name={t("editor.for")}>
        {PLACES.map((place) => (
          <label key={place} className="check">
            <input
              type="checkbox"
              checked={hasWord(form, "for", place)}
              onChange={(event) => pick("for", PLACES, place, event.target.checked)}
            />
            <span>{t(`editor.for.${place}`)}</span>
          </label>
        ))}
        <Wrong id="for" mistakes={within(mistakes, "/for")} />
      </Fieldset>
      <Fieldset name={t("editor.themes")} hint={t("editor.themes.hint")}>
        <div className="ed__themes">
          {THEMES.map((theme) => (
            <label key={theme} className="check">
              <input
                type="checkbox"
                checked={hasWord(form, "themes", theme)}
                onChange={(event) => pick("themes", THEMES, theme, event.target.checked)}
              />
              <span>{themeName(theme)}</span>
            </label>
          ))}
        </div>
        <Wrong id="themes" mistakes={within(mistakes, "/themes")} />
      </Fieldset>
      <div className="fieldset">
        <Choices
          legend={t("editor.level")}
          value={String(about.level) as (typeof LEVELS)[number]}
          onChange={(level) => onChange({ ...form, safety: { ...about, level: Number(level) } })}
          options={LEVELS.map((level) => ({ value: level, name: level }))}
        />
        <p className="hint">{t(`exercises.level${levelOf(about)}`)}</p>
        <Wrong id="level" mistakes={within(mistakes, "/safety/level")} />
      </div>
      <FieldList
        fields={safety}
        value={about}
        at="/safety"
        mistakes={mistakes}
        onChange={(next) => onChange({ ...form, safety: next })}
      />
      <div className="row row--wrap">{children}</div>
    </div>
  );
}

function levelOf(about: Fields): 0 | 1 | 2 | 3 {
  const level = about.level;
  return level === 0 || level === 2 || level === 3 ? level : 1;
}
