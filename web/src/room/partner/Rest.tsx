import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { Chat } from "../Chat.tsx";
import { useHere } from "../here.ts";
import { namesOf, therapistOf } from "../names.ts";
import { Pause } from "../Pause.tsx";
import { AskForWord } from "./AskForWord.tsx";
import { HelpHere } from "./HelpHere.tsx";
import { Leave } from "./Leave.tsx";

/** A partner's side of a pause. The therapist ends it; who is ready may say so. */
export function PartnerPause() {
  const { people, me, room, signal } = useHere();
  const [open, setOpen] = useState<"word" | "help" | "leave" | null>(null);
  const [ready, setReady] = useState(false);
  const names = namesOf(people, me);
  const noted = room.asked.some((each) => each.what === "alone" && each.by === me);
  const close = () => setOpen(null);
  function tell() {
    signal("therapist", { kind: "ready" });
    setReady(true);
  }
  const acts = (
    <>
      <Button onClick={tell} notYet={ready}>
        {ready ? t("room.pause.readyTold", names) : t("room.pause.ready")}
      </Button>
      <Button onClick={() => setOpen("word")} notYet={noted}>
        {noted ? t("room.noted") : t("room.pause.word", names)}
      </Button>
      <Button look="quiet" onClick={() => setOpen("leave")}>
        {t("room.leave.today")}
      </Button>
      <Button look="quiet" onClick={() => setOpen("help")}>
        {t("ui.help")}
      </Button>
      <AskForWord open={open === "word"} onClose={close} onAsked={close} />
      <HelpHere open={open === "help"} onClose={close} inside />
      <Leave open={open === "leave"} onClose={close} inside />
    </>
  );
  // Without the therapist nobody could end the pause: the two can at least write to each other.
  const withoutTherapist = therapistOf(people)?.here === false;
  return (
    <>
      <Pause after={t("room.pause.nothing", names)} acts={acts} />
      {withoutTherapist && <Chat />}
    </>
  );
}
