import { useEffect, useState } from "react";
import { rich, t } from "../../i18n/t.ts";
import type { Seat } from "../../live/wire.ts";
import { Button } from "../../ui/Button.tsx";
import { useHere } from "../here.ts";
import { nameOf, partnersOf } from "../names.ts";
import { Pause } from "../Pause.tsx";
import { EndSession } from "./EndSession.tsx";

/** The therapist's side of a pause: who asked, who is ready, and how to go on. */
export function TherapistPause() {
  const { room, people, send, onSignal } = useHere();
  const [ready, setReady] = useState<readonly Seat[]>([]);
  const [ends, setEnds] = useState(false);
  useEffect(
    () =>
      onSignal((from, data) => {
        if (isReady(data)) setReady((before) => (before.includes(from) ? before : [...before, from]));
      }),
    [onSignal],
  );
  const asked = room.asked.filter((each) => each.what === "pause").map((each) => nameOf(people, each.by));
  const names = ready.map((seat) => nameOf(people, seat)).join(", ");
  const acts = (
    <>
      {asked.length > 0 && (
        <p className="meta pacts__all">
          {rich("leading.pause.asked", { b: (inner) => <b>{inner}</b> }, { names: asked.join(", ") })}
        </p>
      )}
      {ready.length > 0 && (
        <p className="meta pacts__all" role="status">
          {t("leading.pause.ready", { names, count: ready.length })}
        </p>
      )}
      <Button look="primary" onClick={() => void send({ type: "EndPause", data: {} })}>
        {t("leading.pause.goOn")}
      </Button>
      {partnersOf(people).map((person) => (
        <Button key={person.seat} onClick={() => void begin(person.seat)}>
          {t("leading.alone.speak", { name: person.name })}
        </Button>
      ))}
      <Button look="quiet" onClick={() => setEnds(true)}>
        {t("leading.end")}
      </Button>
      <EndSession open={ends} onClose={() => setEnds(false)} />
    </>
  );
  async function begin(seat: Seat) {
    if ((await send({ type: "SpeakAlone", data: { with: seat } })) === "done") {
      await send({ type: "EndPause", data: {} });
    }
  }
  return <Pause after={t("leading.pause.nothing")} acts={acts} />;
}

const isReady = (data: unknown) => typeof data === "object" && data !== null && "kind" in data && data.kind === "ready";
