import { type ReactNode, useRef, useState } from "react";
import { t } from "../i18n/t.ts";
import { SkipLink } from "../ui/Page.tsx";
import { AltKey } from "./AltKey.tsx";
import { useUnread } from "./Chat.tsx";
import { TherapistClock } from "./Clock.tsx";
import { useHere } from "./here.ts";
import { Reconnecting, Strays } from "./Line.tsx";
import { type Running, SCROLLS, StepView, useArrival, useRunning } from "./Stage.tsx";
import { useSpoken } from "./spoken.ts";
import { AskedFor } from "./therapist/AskedFor.tsx";
import { TherapistBar } from "./therapist/Bar.tsx";
import { Ended } from "./therapist/Ended.tsx";
import { HandedIn, HomeworkOnStage } from "./therapist/HandedIn.tsx";
import { InTurn } from "./therapist/InTurn.tsx";
import { Lead } from "./therapist/Lead.tsx";
import { LetIn } from "./therapist/LetIn.tsx";
import { Nothing } from "./therapist/Nothing.tsx";
import { Present } from "./therapist/Present.tsx";
import { TherapistPause } from "./therapist/Rest.tsx";
import { type Panel, Side } from "./therapist/Side.tsx";
import { StepList } from "./therapist/StepList.tsx";
import { useWide } from "./useWide.ts";
import "./therapist/therapist.css";

/** Where the therapist leads: the steps, what is bare of content until it is opened, and the controls. */
export default function TherapistRoom() {
  const { room } = useHere();
  const running = useRunning();
  useSpoken(running?.steps ?? []);
  if (room.closedAt !== null) return <Ended />;
  if (room.paused) return <TherapistPause />;
  return <Leading running={running} />;
}

function Leading({ running }: { running: Running | undefined }) {
  const { room, now } = useHere();
  const wide = useWide();
  const [panel, setPanel] = useState<Panel>("notes");
  // On a narrow page the panel takes the stage's place; on a wide one it is always there.
  const [open, setOpen] = useState(false);
  const unread = useUnread(panel === "chat" && (wide || open));
  const stage = useRef<HTMLElement>(null);
  const arrived = useArrival(stage, room.moves);
  const clock = running && !room.alone ? room.timer : null;
  const show = (next: Panel) => {
    setPanel(next);
    setOpen(true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".rside [role=tabpanel] .field")?.focus());
  };
  return (
    <>
      <SkipLink />
      <div className="roompage">
        <Reconnecting />
        <div className="room">
          <TherapistBar />
          <div className={open ? "lr lr--side" : "lr"}>
            <nav className="lr__left" aria-label={t("leading.steps")}>
              <StepList running={running} />
              <HandedIn />
            </nav>
            <main
              className={clock ? "stage lr__stage has-clock" : "stage lr__stage"}
              id="main"
              {...SCROLLS}
              ref={stage}
            >
              <TherapistClock timer={clock} now={now} />
              <Strays />
              <AskedFor />
              <OnStage running={running} arrived={arrived} />
            </main>
            <aside className="lr__right" aria-label={t("leading.side")}>
              <Present />
              <Side
                panel={panel}
                onPanel={setPanel}
                unread={unread}
                focusChat={open && panel === "chat"}
                onClose={() => setOpen(false)}
              />
            </aside>
          </div>
          <Lead
            running={running}
            unread={unread}
            onChat={() => (open && panel === "chat" ? setOpen(false) : show("chat"))}
          />
        </div>
      </div>
      <AltKey letter="c" onPress={() => show("chat")} />
      <AltKey letter="n" onPress={() => show("notes")} />
    </>
  );
}

function OnStage({ running, arrived }: { running: Running | undefined; arrived(): void }): ReactNode {
  const { room } = useHere();
  if (!room.open) return <LetIn />;
  if (room.alone) return <InTurn />;
  if (room.stage) return <HomeworkOnStage key={room.stage.step} staged={room.stage} arrived={arrived} />;
  const step = running?.run.current;
  return running && step ? (
    <div className="rstep" key={step}>
      <StepView side="Therapist" running={running} step={step} arrived={arrived} />
    </div>
  ) : (
    <Nothing running={running} />
  );
}
