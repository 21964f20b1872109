import { t } from "../i18n/t.ts";
import { Notice } from "../ui/Notice.tsx";
import { FieldList, sentence } from "./Fields.tsx";
import { common, isKind, kindForms } from "./fields.ts";
import { type Fields, textOf } from "./form.ts";
import { fieldAt, type Mistake, within } from "./mistakes.ts";
import { fieldName, kindName } from "./words.ts";

type Props = {
  steps: readonly Fields[];
  at: number;
  mistakes: readonly Mistake[];
  onChange(step: Fields): void;
};

/** The fields of one step, as its kind asks for them. */
export function StepForm({ steps, at, mistakes, onChange }: Props) {
  const step = steps[at] ?? {};
  const { kind } = step;
  const path = `/steps/${at}`;
  const own = within(mistakes, path);
  if (!isKind(kind)) {
    return <Notice title={t("editor.noKind", { kind: textOf(step, "kind") })}>{t("editor.noKind.text")}</Notice>;
  }
  const [title, ...rest] = common(kind);
  const fields = [...(title ? [title] : []), ...kindForms[kind].fields, ...rest];
  const shown = [...fields.map((field) => field.name), "may_narrow_to", "therapist_sees"];
  // What no field here can show is still said, in the checker's words.
  const other = own.filter((mistake) => !shown.includes(fieldAt(mistake.path)));
  return (
    <div className="stack stack--l">
      <div className="row row--between row--wrap">
        <h2 className="title">{textOf(step, "title") || t("editor.untitled")}</h2>
        <span className="tag">{kindName(kind)}</span>
      </div>
      {other.map((mistake) => (
        <Notice key={`${mistake.path}${mistake.words}`}>
          {fieldName(fieldAt(mistake.path))}: {sentence(mistake)}
        </Notice>
      ))}
      <FieldList
        fields={fields}
        value={step}
        at={path}
        mistakes={mistakes}
        kind={kind}
        before={steps.slice(0, at)}
        onChange={onChange}
      />
    </div>
  );
}
