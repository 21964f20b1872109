import { useId } from "react";
import { t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { RefusedNote } from "../asking/AskingFrame.tsx";
import { LeftClosed } from "../asking/LeftClosed.tsx";
import { Reaches } from "../asking/Reaches.tsx";
import { SeenLabel } from "../asking/SeenLabel.tsx";
import { type Sealing, useSealing } from "../asking/useSealing.ts";
import { namesFor } from "../asking/who.ts";
import type { StepProps } from "../props.ts";
import type { SortStep } from "../steps-types.ts";
import { Laid } from "./Laid.tsx";
import { OpenSort } from "./OpenSort.tsx";
import { Pile, pileCount } from "./Piles.tsx";
import { answerOf, type SortWork } from "./step.ts";
import { cardText, useSort } from "./useSort.ts";
import "./sort.css";

type Props = StepProps<SortStep, SortWork>;

export default function Partner(props: Props) {
  const { step, work, me, people } = props;
  const seenId = useId();
  const sealing = useSealing(props, true);
  const sorting = useSort(props);
  const open = sealing.stage === "open";
  const { therapist } = namesFor(people, me);
  if (work.fate === "closed") {
    const { where, days, send } = props;
    return (
      <LeftClosed {...{ where, me, people, work, days, send }} mine={(value) => <Laid step={step} value={value} />} />
    );
  }
  return (
    <div className={open ? "sort sort--open" : "sort sort--sealed"} style={pileCount(step)}>
      <div className="sort__ask">
        <div className="sort__q">
          <h2 className="title" tabIndex={-1} data-step-heading>
            {step.prompt}
          </h2>
          <SeenLabel
            id={seenId}
            people={people}
            me={me}
            reach={sealing.reach}
            sealed={sealing.stage === "sealed"}
            atOnce={sealing.atOnce}
            sorts
            days={props.days}
          />
          {open && (
            <Reaches
              folded
              days={props.days}
              offered={sealing.reaches}
              value={sealing.reach}
              therapist={therapist}
              onChange={sealing.choose}
            />
          )}
        </div>
        {open && <Finish sealing={sealing} work={work} table={sorting.table} />}
      </div>
      {open ? (
        <OpenSort step={props} sorting={sorting} seenId={seenId} />
      ) : (
        <SealedSort step={props} sealing={sealing} />
      )}
      {work.both && !open && <p className="strong">{t("asking.both")}</p>}
    </div>
  );
}

function Finish({ sealing, work, table }: { sealing: Sealing; work: SortWork; table: SortWork["table"] }) {
  const why = useId();
  const answer = answerOf(table, work.own);
  return (
    <div className="sort__finish">
      <div className="sort__acts">
        <Button look="quiet" onClick={() => void sealing.skip()}>
          {t("asking.skip")}
        </Button>
        <Button
          size="l"
          busy={sealing.busy}
          notYet={answer === null}
          aria-describedby={answer === null ? why : undefined}
          onClick={() => answer && void sealing.seal(answer)}
        >
          {t(sealing.busy ? "asking.sending" : "sort.finished")}
        </Button>
      </div>
      {answer === null && (
        <p id={why} className="vh">
          {t("asking.nothingYet")}
        </p>
      )}
      <RefusedNote sealing={sealing} />
    </div>
  );
}

const SEALED = {
  me: "asking.sealed.me",
  therapist: "asking.sealed.therapist",
  reveal: "sort.sealed",
  room: "asking.sealed.room",
} as const;

function SealedSort({ step: props, sealing }: { step: Props; sealing: Sealing }) {
  const { step, work, people, me } = props;
  const left = sealing.stage === "left";
  const words = sealing.reach === "reveal" && sealing.atOnce ? "asking.sealed.atOnce" : SEALED[sealing.reach];
  return (
    <>
      <div className="sort__sealed">
        <p className="heading">{t("asking.sealed")}</p>
        <p>{left ? t("asking.skipped") : t(words, namesFor(people, me))}</p>
        {sealing.mayReopen && (
          <Button busy={sealing.busy} onClick={() => void sealing.reopen()}>
            {t(left ? "asking.comeBack" : "sort.reopen")}
          </Button>
        )}
        <RefusedNote sealing={sealing} />
      </div>
      {!left && (
        <div className="sort__piles">
          {step.piles.map((pile) => (
            <Pile key={pile.id} pile={pile} cards={work.table.on[pile.id] ?? []}>
              {(card) => <span className="card">{cardText(step, work, card)}</span>}
            </Pile>
          ))}
        </div>
      )}
    </>
  );
}
