import { fullDate } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { Mark } from "../ui/Mark.tsx";
import { initials } from "../ui/marks.ts";
import { Seen } from "../ui/Seen.tsx";
import type { Progress } from "./queries.ts";

export const therapistOf = (progress: Progress): string =>
  progress.members.find((one) => one.seat === "therapist")?.name ?? "";

/** The newest letter, as a letter. */
export function NewestLetter({ progress }: { progress: Progress }) {
  const [letter] = progress.letters;
  if (!letter) return null;
  const therapist = therapistOf(progress);
  return (
    <section className="letter" aria-label={t("progress.letterFrom", { therapist })}>
      <Mark seat="therapist" initial={markOf(progress, "therapist")} size="l" />
      <div className="stack stack--s">
        <p className="meta">{t("progress.wrote", { therapist, day: fullDate(letter.at, progress.zone) })}</p>
        <p className="voice progress__text" dir="auto">
          {letter.text}
        </p>
      </div>
    </section>
  );
}

/** All letters, from new to old. */
export function AllLetters({ progress }: { progress: Progress }) {
  const therapist = therapistOf(progress);
  if (progress.letters.length === 0) return <p className="meta">{t("progress.noLetters", { therapist })}</p>;
  return (
    <>
      <Sheets progress={progress} heading={(day) => day} />
      <Seen people={progress.members.map((one) => ({ ...one, on: true }))} spoken={t("progress.seenSpoken")}>
        {rich("progress.lettersSeen", { b: (words) => <b>{words}</b> })}
      </Seen>
    </>
  );
}

/** The letters one below the other, each under its day. */
export function Sheets({ progress, heading }: { progress: Progress; heading(day: string): string }) {
  return (
    <div className="progress__old">
      {progress.letters.map((letter) => (
        <article key={letter.id} className="stack stack--s">
          <p className="meta">{heading(fullDate(letter.at, progress.zone))}</p>
          <p className="voice progress__text" dir="auto">
            {letter.text}
          </p>
        </article>
      ))}
    </div>
  );
}

/** What stands in somebody's mark on this page. */
export function markOf(progress: Progress, seat: string): string {
  const at = progress.members.findIndex((one) => one.seat === seat);
  return initials(progress.members.map((one) => one.name))[at] ?? "";
}
