import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { sentence } from "./Fields.tsx";
import { isKind } from "./fields.ts";
import { type Fields, stepsOf, textOf } from "./form.ts";
import { fieldAt, type Mistake, stepAt } from "./mistakes.ts";
import { fieldName } from "./words.ts";

type Props = { form: Fields; mistakes: readonly Mistake[]; onGo(path: string): void };

/** All that keeps it from being published, each with the way to where it belongs. */
export function Missing({ form, mistakes, onGo }: Props) {
  return (
    <div className="stack" id="ed-missing">
      <h2 className="subhead">{t("editor.missing", { n: mistakes.length })}</h2>
      <p className="meta">{t(mistakes.length === 0 ? "editor.missing.none" : "editor.missing.safe")}</p>
      <ul className="ed__missing">
        {mistakes.map((mistake) => (
          <li key={`${mistake.path}${mistake.words}`}>
            <p className="ferror">
              <Icon name="info" />
              {sentence(mistake)}
            </p>
            <Button look="link" size="compact" onClick={() => onGo(mistake.path)}>
              {where(form, mistake.path)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function where(form: Fields, path: string): string {
  const at = stepAt(path);
  const field = fieldAt(path);
  if (at === null) return [t("editor.head"), ...(field === "" ? [] : [fieldName(field)])].join(": ");
  const step = stepsOf(form)[at] ?? {};
  const title = textOf(step, "title") || t("editor.stepN", { n: at + 1 });
  return [title, ...(field === "" ? [] : [fieldName(field, isKind(step.kind) ? step.kind : undefined)])].join(": ");
}
