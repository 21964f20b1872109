import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { Asked } from "../api/Asked.tsx";
import { blank } from "../editor/form.ts";
import { beginDraft, type DraftLine, draftsQuery } from "../editor/queries.ts";
import { t } from "../i18n/t.ts";
import { todayQuery } from "../practice/queries.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Chosen } from "./Chosen.tsx";
import { Filters } from "./Filters.tsx";
import { groups, isLive, matches, themeName, type Wanted } from "./library.ts";
import { type ExerciseSummary, exercisesQuery } from "./queries.ts";
import "./library.css";

/** @param couple with whom a session is being started; without, one is chosen beside the exercise */
export function Library({ couple }: { couple?: string }) {
  const exercises = useQuery(exercisesQuery);
  const drafts = useQuery({ ...draftsQuery, enabled: couple === undefined }).data ?? [];
  const couples = useQuery(todayQuery).data?.couples;
  const name = couples?.find((one) => one.id === couple)?.name;
  const [search, setSearch] = useState("");
  return (
    <>
      <div className="row row--wrap row--between lib__top">
        <h1 className="title">{name ? t("exercises.startWith", { couple: name }) : t("exercises.title")}</h1>
        <div className="row row--wrap">
          <input
            type="search"
            className="field lib__search"
            aria-label={t("exercises.search")}
            placeholder={t("exercises.search")}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          {couple === undefined && <Make />}
        </div>
      </div>
      <Asked of={exercises}>
        {(all) => <Shelf all={couple ? all.filter(isLive) : all} drafts={drafts} couple={couple} search={search} />}
      </Asked>
    </>
  );
}

/** From nothing, or from a file. */
function Make() {
  const navigate = useNavigate();
  const [id] = useState(() => crypto.randomUUID());
  const [failed, setFailed] = useState(false);
  async function begin() {
    try {
      await beginDraft(id, { form: blank() });
      await navigate({ to: "/exercises/drafts/$id", params: { id } });
    } catch {
      setFailed(true);
    }
  }
  return (
    <>
      <Link to="/exercises/import" className="btn btn--quiet">
        {t("exercises.import")}
      </Link>
      <Button icon="plus" onClick={() => void begin()}>
        {t("exercises.new")}
      </Button>
      {failed && <Notice look="alarm" spoken title={t("exercises.notBegun")} />}
    </>
  );
}

type ShelfProps = {
  all: readonly ExerciseSummary[];
  drafts: readonly DraftLine[];
  couple: string | undefined;
  search: string;
};

function Shelf({ all, drafts, couple, search }: ShelfProps) {
  const [wanted, setWanted] = useState<Wanted>({ theme: null, place: null, mine: false, most: null });
  const [chosen, setChosen] = useState<string | null>(all[0]?.id ?? null);
  const detail = useRef<HTMLElement>(null);
  const shown = all.filter((exercise) => matches(exercise, wanted, search));
  const writing = drafts.filter((draft) => isWanted(draft, wanted, search));
  const choose = (id: string | null) => {
    setChosen(id);
    // On a phone the details are below the list: the thumb must not have to look for them.
    if (matchMedia("(max-width: 1023px)").matches) requestAnimationFrame(() => detail.current?.focus());
  };
  return (
    <div className="lib">
      <Filters all={all} wanted={wanted} onChange={setWanted} />
      <div className="lib__list">
        {search === "" && (
          <Line
            title={t("exercises.talk")}
            summary={t("exercises.talkSummary")}
            on={chosen === null}
            onChoose={() => choose(null)}
          />
        )}
        {shown.length + writing.length === 0 && <p className="meta">{t("exercises.noneFound")}</p>}
        {writing.length > 0 && <Writing drafts={writing} />}
        {groups(shown).map((group) => (
          <section key={group.theme} className="lib__group">
            <h2 className="subhead">{themeName(group.theme)}</h2>
            {group.exercises.map((exercise) => (
              <Line
                key={exercise.id}
                title={exercise.title}
                summary={exercise.summary}
                note={`${t(isLive(exercise) ? "exercises.inRoom" : "exercises.atHome")}, ${t("exercises.minutes", { n: exercise.minutes })}`}
                on={exercise.id === chosen}
                onChoose={() => choose(exercise.id)}
              />
            ))}
          </section>
        ))}
      </div>
      <Chosen
        ref={detail}
        exercise={all.find((exercise) => exercise.id === chosen)}
        couple={couple}
        draft={drafts.find((draft) => draft.exercise === chosen)?.id}
      />
    </div>
  );
}

/** What says other things than the shelf does: the rest is found there. */
function isWanted(draft: DraftLine, { theme, mine }: Wanted, search: string): boolean {
  return (
    draft.changed &&
    (theme === null || mine || draft.themes.includes(theme)) &&
    `${draft.title} ${draft.summary}`.toLowerCase().includes(search.trim().toLowerCase())
  );
}

function Writing({ drafts }: { drafts: readonly DraftLine[] }) {
  return (
    <section className="lib__group">
      <h2 className="subhead">{t("exercises.drafts")}</h2>
      {drafts.map((draft) => (
        <Link key={draft.id} to="/exercises/drafts/$id" params={{ id: draft.id }} className="ex">
          <span className="ex__title">{draft.title || t("exercises.untitled")}</span>
          <span className="tag ex__note">
            <Icon name="pen" />
            {t("exercises.draft")}
          </span>
          <span className="meta ex__summary">
            {draft.published === undefined ? t("exercises.draftOf") : t("exercises.draftAfter", { n: draft.published })}
          </span>
        </Link>
      ))}
    </section>
  );
}

type LineProps = { title: string; summary: string; note?: string; on: boolean; onChoose(): void };

function Line({ title, summary, note, on, onChoose }: LineProps) {
  return (
    <button type="button" className="ex" aria-pressed={on} onClick={onChoose}>
      <span className="ex__title">{title}</span>
      {note && <span className="ex__note meta">{note}</span>}
      <span className="meta ex__summary">{summary}</span>
    </button>
  );
}
