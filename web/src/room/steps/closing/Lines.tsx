import { useId } from "react";
import { rich, t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { initials } from "../../../ui/marks.ts";
import { Seen } from "../../../ui/Seen.tsx";
import { fieldOf, useDraft } from "../../drafts/useDraft.tsx";
import type { Line } from "../../fold/run.ts";
import { bold } from "../asking/LeftClosed.tsx";
import { isPartner, nameOf, namesFor, sitting } from "../asking/who.ts";
import type { StepProps } from "../props.ts";
import type { ClosingStep } from "../steps-types.ts";
import { LINE_MAX, MOST_LINES } from "./closing.ts";
import type { ClosingWork } from "./work.ts";

type Props = StepProps<ClosingStep, ClosingWork>;

/** One offers a line, the other may keep it. What is not kept is gone with the session. */
export function Lines(props: Props) {
  const { work, me, people } = props;
  const mine = work.lines.filter((line) => line.by === me).length;
  return (
    <section className="closing__lines">
      <h3 className="label">{t("closing.line")}</h3>
      {work.lines.map((line) => (
        <OneLine key={line.id} step={props} line={line} />
      ))}
      {isPartner(me) && mine < MOST_LINES && <Offer {...props} />}
      {!isPartner(me) && work.lines.length === 0 && people.length > 0 && (
        <p className="meta">{t("closing.therapist.none")}</p>
      )}
    </section>
  );
}

function OneLine({ step: props, line }: { step: Props; line: Line }) {
  const { me, people, where, send } = props;
  const letter = initials(people.map((each) => each.name))[people.findIndex((each) => each.seat === line.by)] ?? "";
  const kept = line.keptBy.length > 0;
  const mine = line.by === me;
  return (
    <div className="say">
      <Mark seat={line.by} initial={letter} size="s" />
      <p className="voice">{line.text}</p>
      {kept ? (
        <p className="status status--on">
          <Icon name="check" />
          {t("closing.kept")}
        </p>
      ) : (
        <p className="meta">
          {mine
            ? t("closing.youOffered", { name: namesFor(people, me).partner })
            : t("closing.offered", { name: nameOf(people, line.by) })}
        </p>
      )}
      {!kept && !mine && isPartner(me) && (
        <p className="acts closing__keep">
          <span className="strong">{t("closing.keepToo")}</span>
          <Button onClick={() => void send({ type: "KeepLine", data: { where, line: line.id } })}>
            {t("closing.keep")}
          </Button>
        </p>
      )}
    </div>
  );
}

function Offer({ people, where, send }: Props) {
  const id = useId();
  const draft = useDraft(fieldOf(where, "line"));
  const words = draft.text.trim();

  function offer() {
    if (words === "") return;
    void send({ type: "OfferLine", data: { where, line: crypto.randomUUID(), text: words } }).then((outcome) => {
      if (outcome === "done") draft.done();
    });
  }
  return (
    <form
      className="closing__offer"
      onSubmit={(event) => {
        event.preventDefault();
        offer();
      }}
    >
      <p className="meta">{t("closing.lineHelp")}</p>
      <Seen id={`${id}-seen`} people={sitting(people, () => true)} spoken={t("closing.lineSeen")} plain>
        {rich("closing.lineSeen", bold)}
      </Seen>
      <div className="row closing__row">
        <div className="fieldset grow">
          <label className="vh" htmlFor={id}>
            {t("closing.lineLabel")}
          </label>
          <input
            id={id}
            className="field"
            autoComplete="off"
            maxLength={LINE_MAX}
            aria-describedby={`${id}-seen`}
            value={draft.text}
            onChange={(event) => draft.set(event.target.value)}
            onBlur={draft.rest}
          />
        </div>
        <Button type="submit" notYet={words === ""}>
          {t("closing.offer")}
        </Button>
      </div>
    </form>
  );
}
