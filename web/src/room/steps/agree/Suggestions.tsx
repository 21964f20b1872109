import { t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { initials } from "../../../ui/marks.ts";
import { useSaidOnChange } from "../../../ui/say.ts";
import { isPartner, nameOf } from "../asking/who.ts";
import type { Person } from "../props.ts";
import { isStale, lineOf, type Suggestion } from "./agreement.ts";
import type { AgreeProps } from "./Clause.tsx";

export const letterOf = (people: readonly Person[], seat: string) =>
  initials(people.map((each) => each.name))[people.findIndex((each) => each.seat === seat)] ?? "";

/** Changes to decide, each by who wrote the sentence. */
export function Suggestions({ step: props }: { step: AgreeProps }) {
  const { work, people, me } = props;
  const newest = work.suggestions.findLast((each) => each.by !== me);
  useSaidOnChange(newest ? t("agree.say.suggested", { name: nameOf(people, newest.by) }) : "");
  return (
    <>
      {work.suggestions.length > 0 && (
        <section className="sug">
          <h3 className="subhead">{t("agree.decide")}</h3>
          {work.suggestions.map((each) => (
            <One key={each.id} step={props} suggestion={each} />
          ))}
        </section>
      )}
      {work.toTalk.length > 0 && (
        <section className="sug">
          <h3 className="label">{t("agree.toTalk")}</h3>
          {work.toTalk.map((each) => (
            <Words key={each.id} step={props} suggestion={each} />
          ))}
        </section>
      )}
    </>
  );
}

function Words({ step: { work, people, me }, suggestion }: { step: AgreeProps; suggestion: Suggestion }) {
  const number = work.lines.findIndex((line) => line.id === suggestion.line) + 1;
  return (
    <>
      <p className="row">
        <Mark seat={suggestion.by} initial={letterOf(people, suggestion.by)} size="s" />
        <span>
          {suggestion.by === me ? t("agree.youSuggest") : t("agree.suggests", { name: nameOf(people, suggestion.by) })}
        </span>
        <span className="meta push">{t("agree.forLine", { number })}</span>
      </p>
      <p className="voice">“{suggestion.text}”</p>
    </>
  );
}

function One({ step: props, suggestion }: { step: AgreeProps; suggestion: Suggestion }) {
  const { work, people, me, where, send } = props;
  const line = lineOf(work, suggestion.line);
  const stale = isStale(work, suggestion);
  const leave = () => send({ type: "LeaveSuggestion", data: { where, suggestion: suggestion.id } });

  async function again() {
    if (!line) return;
    const data = {
      where,
      line: line.id,
      base: line.version,
      suggestion: crypto.randomUUID(),
      text: suggestion.text,
    };
    const outcome = await send({ type: "SuggestChange", data });
    if (outcome === "done") void leave();
  }
  return (
    <div className="sug__one">
      <Words step={props} suggestion={suggestion} />
      {stale && <p className="meta">{t("agree.stale")}</p>}
      {isPartner(me) && line?.by === me && (
        <div className="row row--wrap">
          {!stale && (
            <Button onClick={() => void send({ type: "TakeSuggestion", data: { where, suggestion: suggestion.id } })}>
              {t("agree.use")}
            </Button>
          )}
          <Button look="quiet" onClick={() => void leave()}>
            {t("agree.talk")}
          </Button>
        </div>
      )}
      {suggestion.by === me && line && (
        <>
          {!stale && <p className="meta">{t("agree.decides", { name: nameOf(people, line.by) })}</p>}
          <div className="row row--wrap">
            {stale && <Button onClick={() => void again()}>{t("agree.suggestAgain")}</Button>}
            <Button look="quiet" onClick={() => void leave()}>
              {t("agree.takeBack")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
