import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { plainDate, shortDay } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Mark } from "../ui/Mark.tsx";
import { Seen } from "../ui/Seen.tsx";
import { say } from "../ui/say.ts";
import { markOf, therapistOf } from "./Letters.tsx";
import { type Progress, progressQuery, takeDownLine, takeDownWin, type Win } from "./queries.ts";

/** What is gone here is gone everywhere; where it was, nothing shows. */
function useTakingDown(what: () => Promise<void>, ofQuery: QueryKey) {
  const queries = useQueryClient();
  const [state, setState] = useState<"rest" | "busy" | "failed">("rest");
  async function go() {
    setState("busy");
    try {
      await what();
      say(t("progress.takenDown"));
      await queries.invalidateQueries({ queryKey: ofQuery });
    } catch {
      setState("failed");
    }
  }
  return { state, go: () => void go() };
}

type DownProps = { text: string; act(): Promise<void> };

function TakeDown({ text, act }: DownProps) {
  const taking = useTakingDown(act, progressQuery.queryKey);
  return (
    <>
      <Button
        look="quiet"
        className="btn--icon"
        aria-label={t("progress.takeDownLong", { text })}
        title={t("progress.takeDown")}
        busy={taking.state === "busy"}
        onClick={taking.go}
      >
        <Icon name="close" />
      </Button>
      {taking.state === "failed" && (
        <p className="meta wins__failed" role="alert">
          {t("progress.notTakenDown")}
        </p>
      )}
    </>
  );
}

type Props = {
  progress: Progress;
  /** How many are shown; without it, all. */
  most?: number;
  /** Beside the heading. */
  beside?: ReactNode;
};

/** Small things that went well, each in its writer's words. */
export function Wins({ progress, most, beside }: Props) {
  const mine = progress.you.startsWith("partner-");
  const wins = progress.wins.slice(0, most);
  return (
    <section className="stack">
      <div className="row row--between">
        <h2 className={most === undefined ? "heading" : "subhead"}>{t("progress.wins")}</h2>
        {beside}
      </div>
      {wins.length === 0 && <p className="meta">{t(mine ? "progress.noWins" : "progress.noWinsThere")}</p>}
      <ul className="wins">
        {wins.map((win) => (
          <li key={win.id}>
            {win.by && <Mark seat={win.by} initial={markOf(progress, win.by)} size="s" />}
            <div>
              <p className="voice progress__text" dir="auto">
                {win.text}
              </p>
              <p className="meta">{byWhom(progress, win)}</p>
            </div>
            {win.yours && <TakeDown text={win.text} act={() => takeDownWin(win.id)} />}
          </li>
        ))}
      </ul>
      <Seen people={progress.members.map((one) => ({ ...one, on: true }))} spoken={t("progress.winsSpoken")} plain>
        {rich("progress.winsSeen", { b: (words) => <b>{words}</b> })}
      </Seen>
    </section>
  );
}

function byWhom(progress: Progress, win: Win): string {
  const day = shortDay(win.at, progress.zone, progress.now);
  if (win.by === progress.you) return t("progress.you", { day });
  const name = progress.members.find((one) => one.seat === win.by)?.name;
  return name ? t("progress.by", { name, day }) : day;
}

/** Lines that one offered and the other kept. Either may take one down. */
export function Learned({ progress }: { progress: Progress }) {
  if (progress.learned.length === 0) return null;
  const mine = progress.you.startsWith("partner-");
  return (
    <section className="stack">
      <div className="stack stack--s">
        <h2 className="heading">{t("progress.learned")}</h2>
        <p className="meta">{t(mine ? "progress.learnedAbout" : "progress.learnedThem")}</p>
      </div>
      <ul className="wins">
        {progress.learned.map((line) => (
          <li key={line.id}>
            <div>
              <p className="voice progress__text" dir="auto">
                {line.text}
              </p>
              <p className="meta">{t("progress.keptOn", { day: plainDate(line.on) })}</p>
            </div>
            {mine && <TakeDown text={line.text} act={() => takeDownLine(line)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was done together, by its title and day, and how often all three have met. */
export function Done({ progress }: { progress: Progress }) {
  const therapist = therapistOf(progress);
  const [last] = progress.sessions;
  return (
    <section className="stack">
      <h2 className="heading">{t("progress.done")}</h2>
      {progress.done.length === 0 && <p className="meta">{t("progress.nothingDone")}</p>}
      <ul className="lines progress__done">
        {progress.done.map((done) => (
          <li key={`${done.title} ${done.on} ${done.inSession}`} className="row row--between">
            <span className="strong">{done.title}</span>
            <span className="meta">
              {done.inSession ? t("progress.inSession", { day: plainDate(done.on) }) : plainDate(done.on)}
            </span>
          </li>
        ))}
      </ul>
      {last && (
        <p className="meta">
          {t("progress.sessions", { n: progress.sessions.length, therapist, days: plainDate(last) })}
        </p>
      )}
    </section>
  );
}
