import { t } from "../i18n/t.ts";
import { Choices } from "../ui/Choices.tsx";
import { type OneProps, Wrong } from "./Fields.tsx";
import { Fieldset } from "./Fieldset.tsx";
import type { Field } from "./fields.ts";
import { listOf, put, textOf, wordsOf } from "./form.ts";
import { within } from "./mistakes.ts";
import { fieldHint, fieldName, wordOf } from "./words.ts";

type OpensField = Extract<Field, { look: "opens" | "about" }>;

/** Which earlier steps: those whose answers wait for each other, or one that opens them. */
export function Opens({ field, value, at, mistakes, kind, before = [], onChange }: OneProps<OpensField>) {
  const one = field.look === "about";
  const chosen = one ? [textOf(value, field.name)] : wordsOf(value, field.name);
  const steps = before.filter((step) => (one ? step.kind === "reveal" : step.audience === "reveal"));
  const lost = chosen.filter((id) => id !== "" && !steps.some((step) => textOf(step, "id") === id));
  const choose = (id: string, on: boolean) => {
    if (one) return onChange(put(value, field.name, on ? id : undefined));
    onChange(put(value, field.name, on ? [...chosen, id] : chosen.filter((other) => other !== id)));
  };
  return (
    <Fieldset name={fieldName(field.name, kind)} hint={fieldHint(field.name, kind)}>
      {steps.length === 0 && <p className="meta">{t(one ? "editor.noReveal" : "editor.noneWait")}</p>}
      {[...steps, ...lost.map((id) => ({ id, title: t("editor.lost", { id }) }))].map((step) => {
        const id = textOf(step, "id");
        return (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => choose(id, event.target.checked)}
            />
            <span>{textOf(step, "title") || id}</span>
          </label>
        );
      })}
      <Wrong id={field.name} mistakes={within(mistakes, `${at}/${field.name}`)} />
    </Fieldset>
  );
}

const ORDER = ["me", "therapist", "reveal", "room"];

/** Who reads the answer: the widest, what may be chosen instead, and whether the therapist reads before the others. */
export function Readers({ field, value, at, mistakes, onChange }: OneProps<Extract<Field, { look: "readers" }>>) {
  const widest = textOf(value, "audience");
  const narrower = ORDER.slice(0, Math.max(0, ORDER.indexOf(widest))).filter((word) => field.widest.includes(word));
  const may = listOf(value, "may_narrow_to");
  const widen = (word: string) => {
    const kept = may.filter((each) => ORDER.indexOf(String(each)) < ORDER.indexOf(word));
    const next = put(put(value, "audience", word), "may_narrow_to", kept);
    onChange(word === "reveal" ? next : put(next, "therapist_sees", undefined));
  };
  return (
    <div className="stack stack--s">
      <Choices
        legend={t("editor.readers")}
        value={widest}
        onChange={widen}
        options={field.widest.map((word) => ({ value: word, name: wordOf("readers", word) }))}
      />
      <p className="hint">{t("editor.readers.hint")}</p>
      {narrower.length > 0 && (
        <Fieldset name={t("editor.narrower")}>
          {narrower.map((word) => (
            <label key={word} className="check">
              <input
                type="checkbox"
                checked={may.includes(word)}
                onChange={(event) =>
                  onChange(
                    put(
                      value,
                      "may_narrow_to",
                      ORDER.filter((each) => (each === word ? event.target.checked : may.includes(each))),
                    ),
                  )
                }
              />
              <span>{wordOf("readers", word)}</span>
            </label>
          ))}
        </Fieldset>
      )}
      {widest === "reveal" && (
        <label className="check">
          <input
            type="checkbox"
            checked={value.therapist_sees === "at-once"}
            onChange={(event) => onChange(put(value, "therapist_sees", event.target.checked ? "at-once" : undefined))}
          />
          <span>{t("editor.atOnce")}</span>
        </label>
      )}
      {["audience", "may_narrow_to", "therapist_sees"].map((name) => (
        <Wrong key={name} id={name} mistakes={within(mistakes, `${at}/${name}`)} />
      ))}
    </div>
  );
}
