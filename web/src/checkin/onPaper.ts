// A week's questions as they stand on paper. Pure.
import type { Asked } from "../paper/Blank.tsx";
import { filled, type Names } from "../room/exercise.ts";
import type { Questions } from "./queries.ts";

/** Every question with its numbers, and room for the one line. */
export function onPaper({ items, line }: Questions, names: Names): readonly Asked[] {
  const numbers = items.map(
    ({ prompt, help, low, high }): Asked => ({
      prompt: filled(prompt, names),
      help: help && filled(help, names),
      room: "numbers",
      low,
      high,
    }),
  );
  const words: Asked[] = line ? [{ prompt: filled(line.prompt, names), room: "lines" }] : [];
  return [...numbers, ...words];
}
