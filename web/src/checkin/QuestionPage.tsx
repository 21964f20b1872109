import { Link } from "@tanstack/react-router";
import { type RefObject, useState } from "react";
import { rich, t } from "../i18n/t.ts";
import { filled, type Names } from "../room/exercise.ts";
import { ArcScale } from "../ui/ArcScale.tsx";
import { Button } from "../ui/Button.tsx";
import { Seen } from "../ui/Seen.tsx";
import { type SeenBy, seenBy } from "./checkin.ts";
import { Middle, type Trouble, Troubled } from "./parts.tsx";
import type { MyCheckin, Question } from "./queries.ts";

type QuestionProps = {
  checkin: MyCheckin;
  names: Names;
  item: Question;
  busy: boolean;
  trouble: Trouble;
  heading: RefObject<HTMLHeadingElement | null>;
  back(): void;
  /** Without a number: skipped. */
  onNext(number?: number): void;
};

/** One question, who sees the number, and three ways on: with it, without it, back. */
export function QuestionPage({ checkin, names, item, busy, trouble, heading, back, onNext }: QuestionProps) {
  const [number, setNumber] = useState(checkin.answers.find((one) => one.item === item.id)?.number);
  const text = filled(item, names);
  return (
    <>
      <Middle>
        <h2 className="title" ref={heading} tabIndex={-1}>
          {text.prompt}
        </h2>
        {text.help && <p className="meta">{text.help}</p>}
        <ArcScale
          legend={<span className="vh">{t("checkin.legend", { low: text.low, high: text.high })}</span>}
          low={text.low}
          high={text.high}
          value={number}
          onChange={setNumber}
          describedBy="seen"
        />
        <WhoSees item={item} checkin={checkin} names={names} />
        <Troubled trouble={trouble} />
      </Middle>
      <footer className="ci__foot">
        <Button
          look="primary"
          size="l"
          block
          busy={busy}
          notYet={number === undefined}
          aria-describedby="skip"
          onClick={() => onNext(number)}
        >
          {t("checkin.next")}
        </Button>
        <div className="row row--between">
          <Button look="quiet" icon="back" onClick={back}>
            {t("ui.back")}
          </Button>
          <Button look="quiet" id="skip" onClick={() => onNext()}>
            {t("checkin.skip")}
          </Button>
        </div>
      </footer>
    </>
  );
}

const SEEN = {
  never: "checkin.seenTwo",
  kept: "checkin.seenKept",
  "if-both": "checkin.seenIfBoth",
  all: "checkin.seenAll",
  next: "checkin.seenNext",
} as const satisfies Record<SeenBy, string>;

function WhoSees({ item, checkin, names }: { item: Question; checkin: MyCheckin; names: Names }) {
  const by = seenBy(item, checkin);
  const people = checkin.members.map((member) => ({
    ...member,
    on: member.seat === checkin.you || member.seat === "therapist" || by === "all",
  }));
  const words = { therapist: names.therapist, partner: names.partner };
  return (
    <Seen id="seen" people={people} spoken={t(SEEN[by], words)}>
      {rich(SEEN[by], { b: (inner) => <b>{inner}</b> }, words)}{" "}
      {item.shareable && (
        <Link to="/progress" hash="sharing" className="plainlink">
          {t("checkin.change")}
        </Link>
      )}
    </Seen>
  );
}
