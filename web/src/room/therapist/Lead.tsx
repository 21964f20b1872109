import { type ReactNode, useState } from "react";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { Toolbar } from "../../ui/Toolbar.tsx";
import { useHere } from "../here.ts";
import type { Running } from "../Stage.tsx";
import { RevealActs } from "../steps/reveal/RevealActs.tsx";
import { useWide } from "../useWide.ts";
import { ChooseExercise } from "./ChooseExercise.tsx";
import { EndSession } from "./EndSession.tsx";
import { FloorMenu } from "./FloorMenu.tsx";
import { nextStep, revealAtHand } from "./leading.ts";
import { MoreMenu } from "./MoreMenu.tsx";
import { StepList } from "./StepList.tsx";
import { TimerMenu } from "./TimerMenu.tsx";

type Props = { running: Running | undefined; unread: number; onChat(): void };
type Opens = "choose" | "end" | "sheet" | null;

/** The controls. On a narrow screen what is needed most stands below, everything else in a sheet. */
export function Lead({ running, unread, onChat }: Props) {
  const { room, people, send } = useHere();
  const [open, setOpen] = useState<Opens>(null);
  const wide = useWide();
  const close = () => setOpen(null);
  const inside = room.open && room.alone === null;
  const reveal = running && inside ? revealAtHand(running.run, running.steps) : null;
  const next = running ? nextStep(running.run) : null;
  const rest = (
    <>
      <TimerMenu />
      <FloorMenu />
      <Control icon="pause" onClick={() => void send({ type: "AskPause", data: {} })}>
        {t("room.pause.name")}
      </Control>
      <MoreMenu running={running} />
    </>
  );
  const end = (
    <Button className="push" icon="leave" onClick={() => setOpen("end")}>
      {t("leading.end")}
    </Button>
  );
  return (
    <footer>
      <Toolbar label={t("leading.controls")} className="foot">
        {inside && !running && (
          <Control icon="play" onClick={() => setOpen("choose")}>
            {t("leading.start.name")}
          </Control>
        )}
        {reveal && <RevealActs reveal={reveal.step.common.id} openable={reveal.openable} people={people} send={send} />}
        {inside && running && next && (
          <Control icon="next" onClick={() => void send({ type: "OpenStep", data: { step: next } })}>
            {t(running.run.current === null ? "leading.first" : "leading.next")}
          </Control>
        )}
        {wide ? (
          <>
            {inside && (
              <>
                <span className="ctl-sep" />
                {rest}
              </>
            )}
            {end}
          </>
        ) : (
          <>
            <Control icon="chat" onClick={onChat}>
              {unread > 0 ? t("room.chat.new", { unread }) : t("room.chat.name")}
            </Control>
            <Control icon="more" onClick={() => setOpen("sheet")}>
              {t("leading.more")}
            </Control>
          </>
        )}
      </Toolbar>
      <Dialog open={open === "sheet"} onClose={close} title={t("leading.sheet")}>
        {inside && <div className="lsheet__ctl">{rest}</div>}
        <StepList running={running} />
        {end}
      </Dialog>
      <ChooseExercise open={open === "choose"} onClose={close} />
      <EndSession open={open === "end"} onClose={close} />
    </footer>
  );
}

type ControlProps = { icon: IconName; onClick(): void; children: ReactNode };

function Control({ icon, onClick, children }: ControlProps) {
  return (
    <button type="button" className="ctl" onClick={onClick}>
      <Icon name={icon} />
      {children}
    </button>
  );
}
