import { useRef } from "react";
import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Main } from "../ui/Page.tsx";
import type { Mistake } from "./mistakes.ts";
import { check, type Draft } from "./queries.ts";
import type { Writing } from "./useDraftDoc.ts";

type Props = { text: string; writing: Writing; draft: Draft };

/** A draft that no form can hold: its text, with the lines that are wrong. Nothing of it is lost meanwhile. */
export function TextView({ text, writing }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { mistakes, saver } = writing;
  const wrong = new Set(mistakes.map((mistake) => mistake.line));
  const lines = text.split("\n");
  async function toForm() {
    await saver.rest();
    const { form } = await check(text);
    if (form) writing.write({ form });
  }
  function go({ line }: Mistake) {
    const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    field.current?.focus();
    field.current?.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  }
  return (
    <Main className="ed__text">
      <Notice title={t("editor.text.title")}>{t("editor.text.why")}</Notice>
      <div className="row row--between row--wrap">
        <h2 className="heading">{t("editor.text")}</h2>
        <Button onClick={() => void toForm()}>{t("editor.text.form")}</Button>
      </div>
      <div className="ed__code">
        <ol className="ed__lines num" aria-hidden="true">
          {lines.map((_, i) => (
            <li key={i} data-wrong={wrong.has(i + 1) || undefined}>
              {i + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={field}
          className="field"
          aria-label={t("editor.text")}
          spellCheck={false}
          wrap="off"
          rows={lines.length + 1}
          value={text}
          onChange={(event) => writing.write({ text: event.target.value })}
          onBlur={() => void saver.rest()}
        />
      </div>
      <h3 className="subhead">{t("editor.missing", { n: mistakes.length })}</h3>
      <ul className="ed__missing">
        {mistakes.map((mistake) => (
          <li key={`${mistake.line}${mistake.path}${mistake.words}`}>
            <p className="ferror">
              <Icon name="info" />
              {mistake.words}
            </p>
            <Button look="link" size="compact" onClick={() => go(mistake)}>
              {t("editor.lineN", { n: mistake.line })}
            </Button>
          </li>
        ))}
      </ul>
    </Main>
  );
}
