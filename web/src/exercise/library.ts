import { has, type Key, t } from "../i18n/t.ts";
import type { ExerciseSummary } from "./queries.ts";

/** May be started with this couple now? */
export type Leave = "yes" | "ask-each-alone" | "not-now";

/** Level 3 is never simply allowed: with a couple at 2 or more the therapist says each time that both want it today. */
export function leave(level: number, ceiling: number): Leave {
  if (level <= Math.min(ceiling, 2)) return "yes";
  return level === 3 && ceiling >= 2 ? "ask-each-alone" : "not-now";
}

/** An exercise can be done in the room with the therapist. */
export function isLive(exercise: ExerciseSummary): boolean {
  return exercise.for.includes("live");
}

export type Theme = { id: string; name: string; count: number };

/** The themes that are there, in the order in which the library has them first. */
export function themes(exercises: readonly ExerciseSummary[]): Theme[] {
  const ids = [...new Set(exercises.flatMap((exercise) => exercise.themes))];
  return ids.map((id) => ({
    id,
    name: themeName(id),
    count: exercises.filter((exercise) => exercise.themes.includes(id)).length,
  }));
}

/** A theme of an author's own is shown as it was written. */
export function themeName(id: string): string {
  const key = `exercises.${id}`;
  return has(key) ? t(key as Key & "exercises.repair") : id.replaceAll("-", " ");
}

export type Group = { theme: string; exercises: ExerciseSummary[] };

/** Each exercise once, under its first theme. */
export function groups(exercises: readonly ExerciseSummary[]): Group[] {
  const first = [...new Set(exercises.map((exercise) => exercise.themes[0] ?? ""))];
  return first.map((theme) => ({
    theme,
    exercises: exercises.filter((exercise) => (exercise.themes[0] ?? "") === theme),
  }));
}

/** What is being looked for. `place`: in the room with the therapist, or at home without. */
export type Wanted = {
  readonly theme: string | null;
  readonly place: "room" | "home" | null;
  readonly mine: boolean;
  /** No longer than so many minutes. */
  readonly most: number | null;
};

/** How long somebody may have. */
export const MINUTES = [10, 20, 30, 45] as const;

/** Where the words of a search stand does not matter: in the title, in what it is for, in a step. */
export function matches(exercise: ExerciseSummary, { theme, place, mine, most }: Wanted, search = ""): boolean {
  const { title, summary, purpose = "", steps } = exercise;
  const said = [title, summary, purpose, ...steps.map((step) => step.title)].join(" ").toLowerCase();
  return (
    (theme === null || exercise.themes.includes(theme)) &&
    (place === null || (place === "room" ? isLive(exercise) : exercise.for.some((each) => each !== "live"))) &&
    (!mine || exercise.from === "me") &&
    (most === null || exercise.minutes <= most) &&
    search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => said.includes(word))
  );
}
