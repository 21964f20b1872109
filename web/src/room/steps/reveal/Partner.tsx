import { t } from "../../../i18n/t.ts";
import { LeftClosed } from "../asking/LeftClosed.tsx";
import { namesFor } from "../asking/who.ts";
import { OpenedView } from "./Opened.tsx";
import type { RevealProps } from "./Rows.tsx";
import { Shown } from "./SideBySide.tsx";
import "./reveal.css";

export default function Partner(props: RevealProps) {
  const { step, work, people, me, days, send } = props;
  const closed = work.sources.filter((source) => work.opening.closed.includes(source.step.common.id));
  if (!work.opening.decided) {
    return (
      <div className="reveal">
        <h2 className="title" tabIndex={-1} data-step-heading>
          {step.common.title}
        </h2>
        <p className="lead">{t("reveal.waiting", namesFor(people, me))}</p>
      </div>
    );
  }
  return (
    <>
      {work.opening.opened.length > 0 && (
        <div className="reveal">
          <OpenedView step={props} />
        </div>
      )}
      {closed.map(({ step: source, where, work: own }) => (
        <LeftClosed
          key={where.step}
          {...{ where, me, people, days, send }}
          work={own}
          mine={(value) => <Shown step={source} value={value} />}
        />
      ))}
    </>
  );
}
