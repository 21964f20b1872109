import { type ReactNode, useState } from "react";
import { t } from "../i18n/t.ts";
import { SkipLink } from "../ui/Page.tsx";
import { AltKey } from "./AltKey.tsx";
import { Chat, useUnread } from "./Chat.tsx";
import { PartnerClock } from "./Clock.tsx";
import { useHere } from "./here.ts";
import { LinesOfOthers, Reconnecting, Strays } from "./Line.tsx";
import { namesOf, partnersOf, therapistOf } from "./names.ts";
import { After } from "./partner/After.tsx";
import { AloneStage } from "./partner/Alone.tsx";
import { PartnerBar } from "./partner/Bar.tsx";
import { type Controls, PartnerControls } from "./partner/Controls.tsx";
import { DoorStage, useIsEarly } from "./partner/Door.tsx";
import { PartnerPause } from "./partner/Rest.tsx";
import { MovedOn, SCROLLS, StepView, useRunning, useShownStep } from "./Stage.tsx";
import { Staged } from "./Staged.tsx";
import { useSpoken } from "./spoken.ts";

/** What a partner sees: one thing at a time, and the way out always in the same place. */
export default function PartnerRoom() {
  const { room } = useHere();
  const running = useRunning();
  useSpoken(running?.steps ?? []);
  if (room.closedAt !== null) return <After />;
  if (!room.open) return <AtTheDoor />;
  if (room.paused) return <PartnerPause />;
  return room.alone ? <InTurn /> : <Inside />;
}

function AtTheDoor() {
  const early = useIsEarly();
  return (
    <Frame controls="door" plain={early}>
      <main className="stage rstage" id="main" {...SCROLLS}>
        <DoorStage early={early} />
      </main>
    </Frame>
  );
}

/** Marta speaks with each in turn: the chat rests meanwhile. */
function InTurn() {
  return (
    <Frame controls="alone">
      <main className="stage rstage alone" id="main" {...SCROLLS}>
        <AloneStage />
      </main>
    </Frame>
  );
}

type FrameProps = { controls: Controls; plain?: boolean; children: ReactNode };

function Frame({ controls, plain, children }: FrameProps) {
  return (
    <>
      <SkipLink />
      <div className="roompage">
        <Reconnecting />
        <div className="room">
          <PartnerBar alone={controls !== "inside"} />
          {children}
          {plain ? <span /> : <PartnerControls which={controls} />}
        </div>
      </div>
    </>
  );
}

function Inside() {
  const { room, people, me, now } = useHere();
  const running = useRunning();
  const { stage, arrived, step, stays, follow } = useShownStep(running?.run, room.moves);
  const [chat, setChat] = useState(false);
  const unread = useUnread(chat);
  const names = namesOf(people, me);
  const talks = running?.steps.find((each) => each.common.id === step)?.kind === "talk";
  return (
    <>
      <SkipLink />
      <div className="roompage">
        <Reconnecting />
        <div className="room">
          <PartnerBar running={running} step={step} />
          <main className={chat ? "rw rw--chat" : "rw"} id="main" tabIndex={-1}>
            <div className="stage" {...SCROLLS} ref={stage}>
              {stays && <MovedOn therapist={names.therapist} onGo={follow} />}
              <Strays />
              <OthersLines />
              {room.stage ? (
                <Staged key={room.stage.step} staged={room.stage} arrived={arrived} />
              ) : running && step ? (
                <div className="rstep" key={step}>
                  <StepView side="Partner" running={running} step={step} arrived={arrived} />
                </div>
              ) : (
                <Between />
              )}
            </div>
            {chat && <Chat focus onClose={() => setChat(false)} />}
          </main>
          <PartnerControls which="inside" chat={chat} unread={unread} onChat={() => setChat(!chat)}>
            {!talks && <PartnerClock timer={room.timer} now={now} />}
          </PartnerControls>
        </div>
      </div>
      <AltKey letter="c" onPress={() => setChat((open) => !open)} />
    </>
  );
}

function OthersLines() {
  const { people, me, room, mood } = useHere();
  // Of the others nothing is known while one's own line is gone.
  if (mood === "away") return null;
  const other = partnersOf(people).find((each) => each.seat !== me);
  const left = other && room.leftForToday.includes(other.seat);
  const text = other && t(left ? "room.gone.left" : "room.gone.partner", { name: other.name });
  return (
    <LinesOfOthers therapist={therapistOf(people)} partner={other && text ? { here: other.here, text } : undefined} />
  );
}

/** Between exercises, before the first, and after the last. */
function Between() {
  const { people, me, room } = useHere();
  const names = namesOf(people, me);
  const key =
    room.run === null ? "room.between.talk" : room.run.phase === "resting" ? "room.between.rests" : "room.between";
  const starts = room.run?.phase === "running";
  return (
    <div className="rcentre">
      <div className="rmid">
        <h2 className="title" tabIndex={-1} data-step-heading>
          {starts ? t("room.between.starts") : t(key, names)}
        </h2>
        {!starts && <p className="lead">{t("room.between.text", names)}</p>}
      </div>
    </div>
  );
}
