import { rich, t } from "../../../i18n/t.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { bold, LeftClosedNotices, Shared } from "../asking/LeftClosed.tsx";
import { TherapistHead, TherapistHint } from "../asking/TherapistFrame.tsx";
import { partnersOf } from "../asking/who.ts";
import { OpenedView } from "./Opened.tsx";
import { letterOf, type RevealProps } from "./Rows.tsx";
import "./reveal.css";

export default function Therapist(props: RevealProps) {
  const { work, people, me } = props;
  const shared = work.sources.flatMap((source) => source.work.shared);
  if (!work.opening.decided) {
    return <Before {...props} />;
  }
  return (
    <div className="reveal">
      {work.opening.opened.length > 0 ? (
        <OpenedView step={props} />
      ) : (
        <TherapistHead title={props.step.common.title} prompt={props.step.prompt}>
          <span className="tag">
            <Icon name="lock" size="s" />
            {t("asking.leftClosed")}
          </span>
        </TherapistHead>
      )}
      {work.opening.closed.length > 0 && <LeftClosedNotices />}
      <Shared people={people} shared={shared} me={me} />
    </div>
  );
}

/** Who has finished, and the advice to read before. The button that cannot be taken back stands in the room's bar. */
function Before({ step, work, people }: RevealProps) {
  const sorts = work.sources.some((source) => source.step.kind === "sort");
  const done = (seat: string) =>
    work.sources.every((source) => source.work.finished.some((finished) => finished === seat));
  const all = partnersOf(people).every((person) => done(person.seat));
  const words = work.opening.openable
    ? sorts
      ? "asking.therapist.sealedSorts"
      : "asking.therapist.sealed"
    : all
      ? "asking.therapist.cannotOpen"
      : sorts
        ? "asking.therapist.notYetSorts"
        : "asking.therapist.notYet";
  return (
    <div className="tview">
      <TherapistHead title={step.common.title} prompt={step.prompt} />
      <div className="duo" aria-live="polite">
        {partnersOf(people).map((person) => (
          <section key={person.seat} className="duo__seat">
            <Mark seat={person.seat} initial={letterOf(people, person.seat)} size="xl" />
            <h3>{person.name}</h3>
            <p className={done(person.seat) ? "status status--on" : "status"}>
              <Icon name={done(person.seat) ? "check" : "notYet"} />
              {t(done(person.seat) ? "asking.therapist.finished" : "asking.therapist.working")}
            </p>
          </section>
        ))}
      </div>
      <p className="seen">
        <Icon name="lock" />
        <span>{rich(words, bold)}</span>
      </p>
      <TherapistHint hint={step.common.therapistHint} title={t("asking.before")} />
    </div>
  );
}
