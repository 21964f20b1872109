import { createPortal } from "react-dom";
import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import "./paper.css";

/** One question as it stands on paper, with room for the answer. */
export type Asked = { title?: string | undefined; prompt: string; help?: string | null | undefined } & Room;
type Room =
  | { room: "none" }
  | { room: "line" }
  | { room: "lines"; starters?: readonly string[] }
  | { room: "numbers"; low: string; high: string }
  | { room: "boxes"; of: readonly string[] }
  | { room: "piles"; piles: readonly string[]; of: readonly string[] };

/**
 * The questions on paper, for whoever thinks better with a pen. Only they are printed: what somebody wrote stays off a
 * sheet that may lie about.
 */
export function Blank({ title, questions }: { title: string; questions: readonly Asked[] }) {
  return (
    <>
      <Button look="quiet" size="compact" onClick={() => print()}>
        {t("ui.printQuestions")}
      </Button>
      {createPortal(
        <article className="blank">
          <h1>{title}</h1>
          {questions.map((asked, at) => (
            <section key={at}>
              {asked.title && <h2>{asked.title}</h2>}
              <p className="blank__prompt">{asked.prompt}</p>
              {asked.help && <p>{asked.help}</p>}
              <Answer of={asked} />
            </section>
          ))}
          <p>{t("ui.typeInLater")}</p>
        </article>,
        document.body,
      )}
    </>
  );
}

function Answer({ of }: { of: Asked }) {
  switch (of.room) {
    case "none":
      return null;
    case "line":
      return <div className="blank__lines blank__lines--one" />;
    case "lines":
      return (
        <>
          {of.starters && of.starters.length > 0 && <p>{of.starters.join(" · ")}</p>}
          <div className="blank__lines" />
        </>
      );
    case "numbers":
      return (
        <div className="blank__numbers">
          <span>{of.low}</span>
          {Array.from({ length: 11 }, (_, number) => (
            <b key={number}>{number}</b>
          ))}
          <span>{of.high}</span>
        </div>
      );
    case "boxes":
      return (
        <ul>
          {of.of.map((text) => (
            <li key={text}>
              <i className="blank__box" /> {text}
            </li>
          ))}
        </ul>
      );
    case "piles":
      return (
        <table>
          <thead>
            <tr>
              <td />
              {of.piles.map((pile) => (
                <th key={pile} scope="col">
                  {pile}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {of.of.map((card, at) => (
              <tr key={at}>
                <th scope="row">{card}</th>
                {of.piles.map((pile) => (
                  <td key={pile}>
                    <i className="blank__box" />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
