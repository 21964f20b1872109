import { rich, t } from "../../../i18n/t.ts";
import { Seen } from "../../../ui/Seen.tsx";
import { bold } from "../asking/LeftClosed.tsx";
import { isPartner, namesFor, sitting } from "../asking/who.ts";
import { Compare } from "./Compare.tsx";
import type { RevealProps } from "./Rows.tsx";
import { SideBySide } from "./SideBySide.tsx";

/** What was opened, the same for all three. */
export function OpenedView({ step: props }: { step: RevealProps }) {
  const { step, work, people, me, days } = props;
  const { opened } = work.opening;
  const sort = work.sources.find((source) => source.step.kind === "sort")?.step;
  const first = opened[0];
  const compared = step.view === "COMPARE" && sort?.kind === "sort" && first !== undefined;
  return (
    <>
      <div className="reveal__head">
        <div className="stack stack--s">
          <h2 className="title" tabIndex={-1} data-step-heading>
            {step.prompt}
          </h2>
          {step.help && <p className="lead">{step.help}</p>}
        </div>
        {days ? (
          <Seen people={sitting(people, isPartner)} spoken={t("reveal.days", namesFor(people, me))}>
            {rich("reveal.days", bold, namesFor(people, me))}
          </Seen>
        ) : (
          <Seen people={sitting(people, () => true)} spoken={t("reveal.seen")}>
            {rich("reveal.seen", bold)}
          </Seen>
        )}
      </div>
      {compared ? <Compare step={props} sort={sort} opened={first} /> : <SideBySide step={props} opened={opened} />}
    </>
  );
}
