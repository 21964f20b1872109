import { t } from "../../../i18n/t.ts";
import type { Seat } from "../../../live/wire.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Mark } from "../../../ui/Mark.tsx";
import { initials } from "../../../ui/marks.ts";
import { useTimeLeft } from "../../Clock.tsx";
import { isPartner, nameOf } from "../asking/who.ts";
import type { Person, StepProps } from "../props.ts";
import type { TalkStep } from "../steps-types.ts";
import type { Phase, Talk, Turn } from "./talk.ts";

export type TalkProps = StepProps<TalkStep, Talk>;

export const letterOf = (people: readonly Person[], seat: Seat) =>
  initials(people.map((each) => each.name))[people.findIndex((each) => each.seat === seat)] ?? "";

const ORDER: readonly Phase[] = ["speaking", "sayingBack", "confirming"];

/** Where this turn is, in words: who speaks, who says back, who confirms. */
export function Turns({ turn, people, me }: { turn: Turn; people: readonly Person[]; me: Seat }) {
  const at = ORDER.indexOf(turn.phase);
  const name = (seat: Seat) => nameOf(people, seat);
  const speaker = { name: name(turn.speaker) };
  const listener = { name: name(turn.listener) };
  const speaks = me === turn.speaker;
  const listens = me === turn.listener;
  const parts = [
    {
      seat: turn.speaker,
      now: speaks ? t("talk.youSpeak") : t("talk.speaks", speaker),
      done: speaks ? t("talk.youSpoke") : t("talk.spoke", speaker),
    },
    {
      seat: turn.listener,
      now: listens ? t("talk.youSayBack") : t("talk.saysBack", listener),
      done: listens ? t("talk.youSaidBack") : t("talk.saidBack", listener),
    },
    { seat: turn.speaker, now: speaks ? t("talk.youConfirm") : t("talk.confirms", speaker), done: "" },
  ];
  return (
    <ol className="talk__turns" aria-label={t("talk.turn")}>
      {parts.map((part, i) => (
        <li key={part.now} aria-current={i === at ? "step" : undefined}>
          {i < at ? <Icon name="check" /> : <Mark seat={part.seat} initial={letterOf(people, part.seat)} size="xs" />}
          {i < at ? part.done : part.now}
        </li>
      ))}
      <li>{t(isPartner(me) ? "talk.swap" : "talk.swapThem")}</li>
    </ol>
  );
}

type RingProps = { seat: Seat; step: Pick<TalkProps, "people" | "timer" | "now"> };

/** The mark of whoever has the floor, in a ring that fills while a timer runs. It invites to end, and ends nothing. */
export function Ring({ seat, step: { people, timer, now } }: RingProps) {
  const left = useTimeLeft(timer, now);
  const share = timer === null || left === null ? 0 : 1 - left / timer.seconds;
  return (
    <div className="talk__ring">
      <svg viewBox="0 0 188 188" aria-hidden="true">
        <circle className="bg" cx="94" cy="94" r="88" />
        {share > 0 && (
          <circle
            className={`on on--${seat}`}
            cx="94"
            cy="94"
            r="88"
            pathLength={100}
            strokeDasharray={`${100 * share} 100`}
          />
        )}
      </svg>
      <Mark seat={seat} initial={letterOf(people, seat)} size="2xl" />
    </div>
  );
}

/** What was said back so far in this turn, and what the speaker said to it. */
export function Tries({ turn, people }: { turn: Turn; people: readonly Person[] }) {
  if (turn.tries.length === 0) {
    return null;
  }
  const line = (key: string, seat: Seat, text: string | null) => (
    <li key={key}>
      <Mark seat={seat} initial={letterOf(people, seat)} size="s" />
      <p className={text === null ? "meta" : "voice"}>{text === null ? t("talk.aloudDone") : `“${text}”`}</p>
    </li>
  );
  return (
    <ul className="talk__tries" aria-label={t("talk.earlier")}>
      {turn.tries.flatMap((each, i) => [
        line(`said-${i}`, turn.listener, each.text),
        ...(each.again ? [line(`again-${i}`, turn.speaker, each.again.text)] : []),
      ])}
    </ul>
  );
}
