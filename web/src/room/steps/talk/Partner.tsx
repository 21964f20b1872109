import { type ReactNode, useEffect } from "react";
import { t } from "../../../i18n/t.ts";
import { Button } from "../../../ui/Button.tsx";
import { say } from "../../../ui/say.ts";
import { nameOf, namesFor, partnersOf } from "../asking/who.ts";
import { Confirming } from "./Confirming.tsx";
import { Listening, SayingBack } from "./Mine.tsx";
import { Ring, type TalkProps, Tries, Turns } from "./Turns.tsx";
import { current, nextSpeaker, roleOf, type Turn } from "./talk.ts";
import "./talk.css";

export default function Partner(props: TalkProps) {
  const { work, me, people } = props;
  const turn = current(work);
  const spoken = turn ? spokenOf(props, turn) : "";
  useEffect(() => {
    if (spoken !== "") say(spoken);
  }, [spoken]);
  if (!turn) {
    return <Between {...props} />;
  }
  if (turn.phase === "confirming") {
    return <Confirming key={turn.tries.length} step={props} turn={turn} />;
  }
  const role = roleOf(turn, me);
  const speaking = turn.phase === "speaking";
  return (
    <div className="talk">
      <section className="talk__floor">
        <Turns turn={turn} people={people} me={me} />
        <Ring seat={speaking ? turn.speaker : turn.listener} step={props} />
        <Floor step={props} turn={turn} />
        {!speaking && <Tries turn={turn} people={people} />}
      </section>
      {role === "listener" && speaking && <Listening step={props} advice={props.step.listener} />}
      {role === "listener" && !speaking && <SayingBack key={turn.tries.length} step={props} turn={turn} />}
      {role === "speaker" && speaking && <Speaking step={props} />}
      {role === "speaker" && !speaking && (
        <Waiting name={nameOf(people, turn.listener)} again={turn.tries.length > 0} />
      )}
    </div>
  );
}

/** Who has the floor, and the question. */
function Floor({ step: { step, me, people }, turn }: { step: TalkProps; turn: Turn }) {
  const speaking = turn.phase === "speaking";
  const seat = speaking ? turn.speaker : turn.listener;
  const other = speaking ? turn.listener : turn.speaker;
  return (
    <>
      <div className="talk__names">
        <h2 className="title" tabIndex={-1} data-step-heading>
          {seat === me ? t("talk.youHaveFloor") : t("talk.hasFloor", { name: nameOf(people, seat) })}
        </h2>
        <p className="lead">
          {seat === me ? `${t("talk.listens", { name: nameOf(people, other) })} ${t("talk.noRush")}` : t("talk.noRush")}
        </p>
      </div>
      {speaking && <p className="voice voice--l talk__starter">“{step.starter ?? step.prompt}”</p>}
    </>
  );
}

function Speaking({ step: { step, where, send } }: { step: TalkProps }) {
  return (
    <section className="talk__mine">
      <h2 className="subhead">{step.prompt}</h2>
      <p className="talk__advice">{step.speaker}</p>
      <div className="row row--wrap">
        <Button look="primary" onClick={() => void send({ type: "FinishSpeaking", data: { where } })}>
          {t("talk.finished")}
        </Button>
        <Button look="quiet" onClick={() => void send({ type: "PassTurn", data: { where } })}>
          {t("talk.pass")}
        </Button>
      </div>
    </section>
  );
}

function Waiting({ name, again }: { name: string; again: boolean }) {
  return (
    <section className="talk__mine">
      <h2 className="subhead">{again ? t("talk.tries", { name }) : t("talk.saysBack", { name })}</h2>
      <p className="talk__advice">{t("talk.preparing", { name })}</p>
    </section>
  );
}

/** Before the first turn, between two, and after the last. */
function Between({ step, work, people, me }: TalkProps) {
  const last = work.turns.at(-1);
  const over =
    last &&
    nextSpeaker(
      work,
      partnersOf(people).map((each) => each.seat),
      step.rounds,
    ) === undefined;
  const names = namesFor(people, me);
  const lead: ReactNode = over ? t("talk.over") : last ? t("talk.between", names) : t("talk.before", names);
  return (
    <div className="talk__done">
      <h2 className="title" tabIndex={-1} data-step-heading>
        {step.prompt}
      </h2>
      {last?.phase === "passed" && <p className="lead">{t("talk.passed")}</p>}
      <p className="lead">{lead}</p>
      {last?.phase === "confirmed" && <Tries turn={last} people={people} />}
    </div>
  );
}

/** What a screen reader is told when the floor moves. */
function spokenOf({ me, people }: TalkProps, turn: Turn): string {
  const role = roleOf(turn, me);
  switch (turn.phase) {
    case "speaking":
      return role === "speaker" ? t("talk.say.youFloor") : t("talk.say.floor", { name: nameOf(people, turn.speaker) });
    case "sayingBack":
      return role === "listener" ? t("talk.say.sayBack") : t("talk.saysBack", { name: nameOf(people, turn.listener) });
    case "confirming":
      return role === "speaker" ? t("talk.say.isThis") : t("talk.reading", { name: nameOf(people, turn.speaker) });
    case "confirmed":
    case "passed":
      return t("talk.say.over");
  }
}
