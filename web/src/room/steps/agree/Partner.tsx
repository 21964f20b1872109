import { rich, t } from "../../../i18n/t.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { Seen } from "../../../ui/Seen.tsx";
import { bold } from "../asking/LeftClosed.tsx";
import { isPartner, sitting } from "../asking/who.ts";
import { Adding } from "./Adding.tsx";
import { EarlierVersions, Review } from "./Aside.tsx";
import { isMade } from "./agreement.ts";
import { type AgreeProps, Clause } from "./Clause.tsx";
import { Signatures, SignButton } from "./Signing.tsx";
import { Suggestions } from "./Suggestions.tsx";
import { type Tell, useTyping } from "./useTyping.ts";
import { useWords } from "./useWords.ts";
import { LiveWords, SaysWhoWrites } from "./Writing.tsx";
import "./agree.css";

const NAME_MAX = 60;

/** The text that two write together. The therapist reads the same page, without the pens. */
export default function Partner(props: AgreeProps) {
  const { step, work, people, me } = props;
  const { live, tell } = useTyping(props);
  const writes = isPartner(me);
  return (
    <div className="agree">
      <SaysWhoWrites live={live} people={people} />
      <article className="agree__doc">
        <div className="agree__top">
          <h2 className="title" tabIndex={-1} data-step-heading>
            {step.prompt}
          </h2>
          {step.help && <p className="lead">{step.help}</p>}
          <Seen people={sitting(people, () => true)} spoken={t("agree.seen")}>
            {rich("agree.seen", bold)}
          </Seen>
        </div>
        {writes ? <Name step={props} tell={tell} /> : <h3 className="agree__name">{work.name || step.heading}</h3>}
        <p className="meta">
          {work.version === 0 ? t("agree.versionNone") : t("agree.version", { version: work.version })}
        </p>
        <ol>
          {work.lines.map((line, i) => (
            <Clause key={line.id} step={props} line={line} number={i + 1} live={live} tell={tell} />
          ))}
          {live?.field === "new" && (
            <li className="clause">
              <span className="clause__n" aria-hidden="true">
                {work.lines.length + 1}
              </span>
              <p className="clause__words">
                <LiveWords from="" live={live} people={people} />
              </p>
            </li>
          )}
        </ol>
        {writes && <Adding step={props} tell={tell} />}
        {isMade(work) && (
          <Notice look="accent" icon="agreement" title={t("agree.made")}>
            <p>{t("agree.madeText")}</p>
          </Notice>
        )}
        <Signatures step={props} live={live} />
        <SignButton step={props} />
      </article>
      <aside className="agree__aside">
        <Suggestions step={props} />
        <Review step={props} />
        <EarlierVersions step={props} />
      </aside>
    </div>
  );
}

function Name({ step: { step, work, where, send }, tell }: { step: AgreeProps; tell: Tell }) {
  const words = useWords({
    text: work.name || (step.heading ?? ""),
    version: work.version,
    save: (text) => send({ type: "NameAgreement", data: { where, text } }),
    onTyped: (text, caret) => tell("name", text, caret),
  });
  return (
    <input
      className="field agree__namefield"
      autoComplete="off"
      maxLength={NAME_MAX}
      aria-label={t("agree.name")}
      {...words.field}
    />
  );
}
