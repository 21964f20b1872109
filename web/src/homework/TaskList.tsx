import { Link } from "@tanstack/react-router";
import { t } from "../i18n/t.ts";
import { Icon } from "../ui/Icon.tsx";
import type { Task } from "./queries.ts";
import { dayOf, untilText } from "./until.ts";
import "./homework.css";

const STATES = {
  given: "homework.state.given",
  begun: "homework.state.begun",
  "handed-in": "homework.state.handedIn",
  "talked-about": "homework.state.talkedAbout",
} as const;

/** One's own tasks: what it is, and how far one is oneself. */
export function TaskList({ tasks, zone, therapist }: { tasks: readonly Task[]; zone: string; therapist: string }) {
  const today = dayOf(Date.now(), zone);
  return (
    <ul>
      {tasks.map((task) => (
        <li key={task.roomId}>
          <Link to="/homework/$id" params={{ id: task.roomId }} className="linkrow">
            <Icon name="homework" />
            <span className="stack stack--xs">
              <span className="strong">{task.title}</span>
              <span className="meta">{stateText(task, today, therapist)}</span>
            </span>
            <Icon name="forward" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** "You have started. Until 17 May." Once it is handed in, no day is named any more. */
function stateText(task: Task, today: string, therapist: string): string {
  const state = t(STATES[task.state], { therapist, minutes: task.minutes });
  const over = task.state === "handed-in" || task.state === "talked-about";
  const together = task.together ? ` ${t("homework.together")}` : "";
  return over ? state : `${state} ${untilText(task.until, today)}.${together}`;
}
