import { type ReactNode, useState } from "react";
import { t } from "../../i18n/t.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { say } from "../../ui/say.ts";
import { Toolbar } from "../../ui/Toolbar.tsx";
import { useHere } from "../here.ts";
import { AskForWord } from "./AskForWord.tsx";
import { HelpHere } from "./HelpHere.tsx";
import { Leave } from "./Leave.tsx";

export type Controls = "door" | "alone" | "inside";
type Props = { which: Controls; chat?: boolean; unread?: number; onChat?: () => void; children?: ReactNode };

/** Below the stage, always the same, and one stop of the keyboard. */
export function PartnerControls({ which, chat, unread = 0, onChat, children }: Props) {
  const { send, room, me } = useHere();
  const [open, setOpen] = useState<"word" | "help" | "leave" | null>(null);
  const noted = room.asked.some((each) => each.what === "alone" && each.by === me);
  const close = () => setOpen(null);
  return (
    <footer>
      {children}
      {noted && which !== "alone" && (
        <p className="status rnoted" role="status">
          <Icon name="check" />
          {t("room.noted")}
        </p>
      )}
      <Toolbar label={t("room.controls")} className="rctl">
        {onChat && (
          <Control icon="chat" pressed={chat ?? false} onClick={onChat}>
            {unread > 0 ? t("room.chat.new", { unread }) : t("room.chat.name")}
          </Control>
        )}
        {which !== "alone" && (
          <Control icon="alone" onClick={() => setOpen("word")}>
            {t("room.alone")}
          </Control>
        )}
        {which !== "door" && (
          <>
            <span className="ctl-sep sep2" />
            <Control icon="pause" onClick={() => void send({ type: "AskPause", data: {} })}>
              {t("room.pause.name")}
            </Control>
          </>
        )}
        <span className="push meta">{t(which === "door" ? "room.controls.leave" : "room.controls.pause")}</span>
        <Control icon="help" onClick={() => setOpen("help")}>
          {t("ui.help")}
        </Control>
        <Control icon="leave" onClick={() => setOpen("leave")}>
          {t("room.leave")}
        </Control>
      </Toolbar>
      <AskForWord open={open === "word"} onClose={close} onAsked={() => say(t("room.noted"))} />
      <HelpHere open={open === "help"} onClose={close} inside={which !== "door"} />
      <Leave open={open === "leave"} onClose={close} inside={which !== "door"} />
    </footer>
  );
}

type ControlProps = { icon: IconName; pressed?: boolean; onClick(): void; children: ReactNode };

function Control({ icon, pressed, onClick, children }: ControlProps) {
  return (
    <button type="button" className="ctl" aria-pressed={pressed} onClick={onClick}>
      <Icon name={icon} />
      {children}
    </button>
  );
}
