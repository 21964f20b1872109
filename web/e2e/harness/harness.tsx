// Every kind of step by itself, with a pretended server, for looking at it and for tests of the keyboard:
// /e2e/harness/index.html?scene=sort, and theme=dark. No part of the app that is shipped.
import { type ComponentType, Suspense, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { speak } from "../../src/i18n/t.ts";
import type { RoomCommand, RoomEvent, Seat } from "../../src/live/wire.ts";
import { foretell } from "../../src/room/fold/foretell.ts";
import { inStep, type Run, started, stepOf, whereOf } from "../../src/room/fold/run.ts";
import { emptyRoom } from "../../src/room/room.ts";
import { kinds } from "../../src/room/steps/index.ts";
import type { Outcome, Person, StepProps } from "../../src/room/steps/props.ts";
import type { AnyKind } from "../../src/room/steps/step-kind.ts";
import type { Step } from "../../src/room/steps/steps-types.ts";
import { Mark } from "../../src/ui/Mark.tsx";
import exercises from "./exercises.json";
import { type Scene, scenes } from "./scenes.ts";
import { answer } from "./server.ts";
import "../../src/ui/ui.css";
import "./harness.css";

const query = new URLSearchParams(location.search);
const scene = scenes[query.get("scene") ?? "sort"] as Scene;
const people: Person[] = [
  { seat: "partner-1", name: "Noor", here: true },
  { seat: "partner-2", name: "Daniel", here: true },
  { seat: "therapist", name: "Marta", here: true },
];
const exercise = (exercises as unknown as Record<string, { title: string; steps: Step[] }>)[scene.exercise];
const { title, steps } = filled(exercise as { title: string; steps: Step[] });
const step = (steps.find((each) => each.common.id === scene.step) ?? steps[0]) as Step;
if (query.has("theme")) document.documentElement.dataset.theme = query.get("theme") ?? "";
document.body.dataset.role = scene.me === "therapist" ? "therapist" : "client";
const refuses = query.get("refuses") as Outcome | null;

function Harness() {
  const [run, setRun] = useState(() =>
    scene.told.reduce(
      (now, [by, event]) => tell(now, event, by),
      started({
        run: 1,
        exercise: scene.exercise,
        version: 1,
        digest: "",
        steps: steps.map((each) => each.common.id),
        secrets: (query.get("secrets") ?? "limited") as Run["secrets"],
      }),
    ),
  );
  const wires = useMemo(
    () => ({
      signal: () => undefined,
      onSignal: (hear: (from: Seat, data: unknown) => void) => {
        const { signal } = scene;
        const timer = signal ? setInterval(() => hear(signal.from, signal.data), 1_000) : undefined;
        return () => clearInterval(timer);
      },
    }),
    [],
  );
  async function send(command: RoomCommand): Promise<Outcome> {
    if (refuses) return refuses;
    setRun((now) => {
      const event = foretell({ ...emptyRoom, you: scene.me, run: now }, command);
      return event ? tell(now, event, scene.me) : now;
    });
    await new Promise((done) => setTimeout(done, 30));
    setRun((now) => {
      const { version } = stepOf(now, step.common.id).agreement;
      return answer(command, scene.me, version).reduce((room, { by, event }) => tell(room, event, by), now);
    });
    return "done";
  }
  const kind: AnyKind<Step> = kinds[step.kind] as AnyKind<Step>;
  const View = (scene.me === "therapist" ? kind.Therapist : kind.Partner) as ComponentType<StepProps<Step, unknown>>;
  return (
    <div className="room">
      <header className="room__bar">
        <div className="grow room__t">
          <h1 className="label">{title}</h1>
          <p className="meta">{step.common.title}</p>
        </div>
        <ul className="who" aria-label="Who is in the room">
          {people.map(({ seat, name }) => (
            <li key={seat}>
              <Mark seat={seat} initial={name.slice(0, 1)} />
              <span className="who__n">{name}</span>
            </li>
          ))}
        </ul>
      </header>
      <main className={scene.me === "therapist" ? "stage harness__t" : "stage harness__stage"} id="main">
        <Suspense>
          <View
            step={step}
            steps={steps}
            where={whereOf(run, step.common.id)}
            work={kind.work(run, step, steps)}
            me={scene.me}
            people={people}
            secrets={run.secrets}
            days={null}
            timer={null}
            now={Date.now}
            send={send}
            {...wires}
          />
        </Suspense>
      </main>
      <footer className="harness__foot" />
    </div>
  );
}

function tell(run: Run, event: RoomEvent, by: Seat | "room"): Run {
  return "where" in event.data
    ? inStep(run, event.data.where, event, { by, at: "2026-05-14T15:00:00Z", me: scene.me })
    : run;
}

function filled<T>(value: T): T {
  const names: Record<string, string> = {
    me: scene.me === "partner-2" ? "Daniel" : "Noor",
    partner: scene.me === "partner-2" ? "Noor" : "Daniel",
    therapist: "Marta",
  };
  const text = JSON.stringify(value).replaceAll(/\{(me|partner|therapist)\}/g, (_, name: string) => names[name] ?? "");
  return JSON.parse(text) as T;
}

await speak("en");
createRoot(document.getElementById("root") as HTMLElement).render(<Harness />);
