import { t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { TherapistHead, TherapistHint } from "../asking/TherapistFrame.tsx";
import { nameOf, partnersOf } from "../asking/who.ts";
import { Ring, type TalkProps, Tries, Turns } from "./Turns.tsx";
import { current, nextSpeaker, type Turn } from "./talk.ts";
import "./talk.css";

export default function Therapist(props: TalkProps) {
  const { step, work, people, me } = props;
  const turn = current(work);
  const last = work.turns.at(-1);
  return (
    <div className="talk__t">
      <TherapistHead title={step.common.title} prompt={step.prompt} />
      {turn ? (
        <>
          <Turns turn={turn} people={people} me={me} />
          <div className="talk__names">
            <Ring seat={turn.phase === "sayingBack" ? turn.listener : turn.speaker} step={props} />
            <p className="heading">{floorOf(props, turn)}</p>
          </div>
          <Tries turn={turn} people={people} />
          {turn.tries.filter((each) => each.again).length >= 2 && (
            <Notice look="plain">
              <p>{t("talk.secondHint")}</p>
            </Notice>
          )}
        </>
      ) : (
        <>
          {last && <Tries turn={last} people={people} />}
          <Give {...props} />
        </>
      )}
      <TherapistHint hint={step.common.therapistHint} />
    </div>
  );
}

function floorOf({ people }: TalkProps, turn: Turn): string {
  const speaker = { name: nameOf(people, turn.speaker) };
  const listener = { name: nameOf(people, turn.listener) };
  switch (turn.phase) {
    case "sayingBack":
      return t("talk.saysBack", listener);
    case "confirming":
      return t("talk.reading", speaker);
    case "speaking":
    case "confirmed":
    case "passed":
      return t("talk.hasFloor", speaker);
  }
}

/** Whose turn is next is the therapist's to say; seat order is only a proposal, so both buttons are there. */
function Give({ step, work, people, where, send }: TalkProps) {
  const partners = partnersOf(people);
  const next = nextSpeaker(
    work,
    partners.map((each) => each.seat),
    step.rounds,
  );
  return (
    <section className="stack stack--s">
      <h3 className="subhead">{next === undefined ? t("talk.overThem") : t("talk.therapist.next")}</h3>
      <div className="acts">
        {partners.map((person) => (
          <Button
            key={person.seat}
            look={person.seat === next ? "primary" : "secondary"}
            onClick={() => void send({ type: "GiveTurn", data: { where, speaker: person.seat } })}
          >
            {t("talk.give", { name: person.name })}
          </Button>
        ))}
      </div>
    </section>
  );
}
