import { type ReactNode, useId } from "react";
import { t } from "../../../i18n/t.ts";
import type { Answer } from "../../../live/wire.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import type { StepProps } from "../props.ts";
import type { AskingStep } from "../steps-types.ts";
import type { AskingWork } from "./asking.ts";
import { LeftClosed } from "./LeftClosed.tsx";
import { Reaches } from "./Reaches.tsx";
import { SeenLabel } from "./SeenLabel.tsx";
import type { Sealing } from "./useSealing.ts";
import { namesFor } from "./who.ts";
import "./asking.css";

type Props = {
  step: StepProps<AskingStep, AskingWork>;
  sealing: Sealing;
  /** The answer as it stands in the fields, or null while there is nothing to seal. */
  answer: Answer | null;
  /** How one's sealed answer looks. */
  mine(value: Answer): ReactNode;
  /** The fields; they are described by the sentence on who can see them. */
  children(seenId: string): ReactNode;
  after?: ReactNode;
};

/** One question, who can see the answer, the fields, and the two ways on: done, or leave it out. */
export function AskingFrame({ step: props, sealing, answer, mine, children, after }: Props) {
  const seenId = useId();
  const { step, work, me, people } = props;
  const sealed = sealing.stage === "sealed";
  if (work.fate === "closed") {
    return <LeftClosed {...{ where: props.where, me, people, work, mine, days: props.days, send: props.send }} />;
  }
  return (
    <div className="ask">
      <div className="ask__q">
        <h2 className="title" tabIndex={-1} data-step-heading>
          {step.prompt}
        </h2>
        {"help" in step && step.help && <p className="lead">{step.help}</p>}
        <SeenLabel
          id={seenId}
          people={people}
          me={me}
          reach={sealing.reach}
          sealed={sealed}
          atOnce={sealing.atOnce}
          sorts={sealing.sorts}
          days={props.days}
        />
      </div>
      {sealing.stage === "open" ? (
        <Open {...{ props, sealing, answer }}>{children(seenId)}</Open>
      ) : (
        <Over {...{ props, sealing, mine }} />
      )}
      <Others step={props} mine={mine} />
      {work.both && sealing.stage !== "open" && <p className="strong">{t("asking.both")}</p>}
      {after}
    </div>
  );
}

/** What the others answered for all to see; before that nothing of it is in this browser. */
function Others({ step: { work, people, me }, mine }: { step: Props["step"]; mine: Props["mine"] }) {
  return people.map(({ seat, name }) => {
    const value = seat === me ? undefined : work.answers[seat]?.value;
    if (!value) return null;
    const whose = t("asking.theirs", { name });
    return (
      <section key={seat} className="ask__mine" aria-label={whose}>
        <p className="meta">{whose}</p>
        {mine(value)}
      </section>
    );
  });
}

type OpenProps = Pick<Props, "sealing" | "answer"> & { props: Props["step"]; children: ReactNode };

function Open({ props, sealing, answer, children }: OpenProps) {
  const why = useId();
  const { therapist } = namesFor(props.people, props.me);
  return (
    <>
      {children}
      <Reaches
        offered={sealing.reaches}
        value={sealing.reach}
        therapist={therapist}
        days={props.days}
        onChange={sealing.choose}
      />
      <div className="acts">
        <Button
          look="primary"
          size="l"
          busy={sealing.busy}
          notYet={answer === null}
          aria-describedby={answer === null ? why : undefined}
          onClick={() => answer && void sealing.seal(answer)}
        >
          {t(sealing.busy ? "asking.sending" : "asking.done")}
        </Button>
        <Button look="quiet" onClick={() => void sealing.skip()}>
          {t("asking.skip")}
        </Button>
        {answer === null && (
          <span id={why} className="meta">
            {t("asking.nothingYet")}
          </span>
        )}
      </div>
      <RefusedNote sealing={sealing} />
    </>
  );
}

const SEALED = {
  me: "asking.sealed.me",
  therapist: "asking.sealed.therapist",
  reveal: "asking.sealed.reveal",
  room: "asking.sealed.room",
} as const;

const KEPT = {
  me: "asking.days.kept.me",
  therapist: "asking.days.kept.therapist",
  reveal: "asking.days.kept.reveal",
  room: "asking.days.kept.room",
} as const;

function Over({ props, sealing, mine }: { props: Props["step"]; sealing: Sealing; mine: Props["mine"] }) {
  const names = namesFor(props.people, props.me);
  const value = props.work.answers[props.me]?.value;
  const left = sealing.stage === "left";
  const words = props.days
    ? KEPT[sealing.reach]
    : sealing.reach === "reveal" && sealing.atOnce
      ? "asking.sealed.atOnce"
      : SEALED[sealing.reach];
  return (
    <div className="ask__over">
      <p className="heading">{t("asking.sealed")}</p>
      <p>{left ? t("asking.skipped") : t(words, names)}</p>
      {value && (
        <section className="ask__mine" aria-label={t("asking.yours")}>
          {mine(value)}
        </section>
      )}
      {sealing.mayReopen && (
        <Button busy={sealing.busy} onClick={() => void sealing.reopen()}>
          {t(left ? "asking.comeBack" : "asking.reopen")}
        </Button>
      )}
      <RefusedNote sealing={sealing} />
    </div>
  );
}

/** Why it did not work, in one sentence; the words are still in the field. */
export function RefusedNote({ sealing }: { sealing: Sealing }) {
  if (!sealing.refused) {
    return null;
  }
  const key = sealing.refused === "already-opened" ? "asking.refused.opened" : "asking.refused.other";
  return (
    <Notice look="plain" spoken>
      <p>{t(key)}</p>
    </Notice>
  );
}
