import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import { answer, api, Refused, type Schemas } from "../../api/client.ts";
import { type Couple, coupleQuery } from "../../couple/queries.ts";
import { t } from "../../i18n/t.ts";
import { useSession } from "../../identity/session.ts";
import { DraftsContext, useDraft } from "../../room/drafts/useDraft.tsx";
import { type ExerciseSummary, libraryQuery } from "../../room/queries.ts";
import { useOnDevice } from "../../typed/onDevice.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices } from "../../ui/Choices.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { assignmentsQuery } from "../queries.ts";
import { dayOf } from "../until.ts";
import { over, ownOf } from "./own.ts";

type Whom = "each" | "together" | `partner-${number}`;
const NOTE_MAX = 320;

type Props = { couple: Couple; open: boolean; onClose(): void };

/**
 * Sets homework. What was chosen stays in the form when it is closed and when it did not work; what was written stays on
 * this device until it is given.
 */
export function SetHomework(props: Props) {
  const keeper = useOnDevice(`set-homework|${props.couple.id}`);
  return (
    <DraftsContext value={keeper ?? null}>
      <Form {...props} />
    </DraftsContext>
  );
}

function Form({ couple, open, onClose }: Props) {
  const id = useId();
  const session = useSession();
  const [exercise, setExercise] = useState("");
  const [whom, setWhom] = useState<Whom>("each");
  const [until, setUntil] = useState("");
  const [opens, setOpens] = useState<Schemas["Opens"]>("in-session");
  const { text: note, ...noteDraft } = useDraft("note");
  const { text, ...textDraft } = useDraft("text");
  const library = useQuery({ ...libraryQuery, enabled: open }).data ?? [];
  const fitting = library.filter((each) => each.for.includes(whom === "together" ? "together" : "solo"));
  const chosen = fitting.find((each) => each.id === exercise);
  const above = whom === "together" && chosen !== undefined && chosen.level > Math.min(1, couple.ceiling);
  const set = useGive(couple, () => {
    setExercise("");
    noteDraft.done();
    textDraft.done();
    onClose();
  });
  const own = ownOf(chosen?.id ?? "");
  const tooMany = own ? over(text, own.max) : 0;
  const unwritten = own !== undefined && (text.trim() === "" || tooMany > 0);
  const notYet = chosen === undefined || above || unwritten || over(note, NOTE_MAX) > 0;
  function give() {
    if (notYet || chosen === undefined) return;
    const written = note.trim();
    set.mutate({
      exercise: chosen.id,
      alone: aloneOf(whom, couple),
      opens: whom === "together" && until !== "" ? opens : "in-session",
      ...(own === undefined ? {} : { words: { [own.word]: text.trim() } }),
      ...(written === "" ? {} : { note: written }),
      ...(until === "" ? {} : { until }),
    });
  }
  return (
    <Dialog open={open} onClose={onClose} title={t("homework.set.title", { couple: couple.name })}>
      <div className="hws">
        <Choices
          legend={t("homework.set.whom")}
          value={whom}
          onChange={setWhom}
          options={[
            { value: "each", name: t("homework.set.each") },
            { value: "together", name: t("homework.set.together") },
            ...couple.partners.map(({ seat, name }) => ({
              value: seat as Whom,
              name: t("homework.set.only", { name }),
            })),
          ]}
        />
        <p className="hint">{t("homework.set.hint")}</p>
        <Exercises id={id} all={fitting} chosen={chosen} onChange={setExercise} />
        {own && (
          <TextField
            label={t(own.label as "homework.own.text")}
            hint={t(own.hint as "homework.own.textHint")}
            error={tooMany > 0 ? t("homework.own.over", { over: tooMany }) : undefined}
            value={text}
            onChange={(event) => textDraft.set(event.target.value)}
            onBlur={textDraft.rest}
          />
        )}
        <div className="fieldset">
          <label htmlFor={`${id}-until`}>{t("homework.set.until")}</label>
          <input
            id={`${id}-until`}
            className="field"
            type="date"
            min={dayOf(Date.parse(session.now), couple.zone)}
            value={until}
            aria-describedby={`${id}-until-hint`}
            onChange={(event) => setUntil(event.target.value)}
          />
          <p className="hint" id={`${id}-until-hint`}>
            {t("homework.set.untilHint")}
          </p>
        </div>
        {whom === "together" && until !== "" && (
          <>
            <Choices
              legend={t("homework.set.opens")}
              value={opens}
              onChange={setOpens}
              options={[
                { value: "in-session", name: t("homework.set.inSession") },
                { value: "on-the-day", name: t("homework.set.onDay") },
              ]}
            />
            <p className="hint">{t("homework.set.opensHint")}</p>
          </>
        )}
        <TextField
          label={t("homework.set.why")}
          hint={t("homework.set.whyHint")}
          value={note}
          error={over(note, NOTE_MAX) > 0 ? t("homework.own.over", { over: over(note, NOTE_MAX) }) : undefined}
          onChange={(event) => noteDraft.set(event.target.value)}
          onBlur={noteDraft.rest}
        />
        {chosen && (
          <section className="hws__read">
            <h3 className="label">{t("homework.set.read")}</h3>
            <p className="voice">
              {t("homework.set.left", { therapist: session.person.shortName, minutes: chosen.minutes })}
            </p>
            <p className="meta">{t("homework.set.mail")}</p>
          </section>
        )}
        {above && (
          <Notice icon="lock" title={t("homework.set.above")}>
            <p>{t("homework.set.aboveWhy")}</p>
          </Notice>
        )}
        {set.error && (
          <Notice look="alarm" spoken>
            <p>{t(why(set.error))}</p>
          </Notice>
        )}
        <div className="dialog__foot">
          <Button look="quiet" onClick={onClose}>
            {t("homework.set.notNow")}
          </Button>
          <Button
            look="primary"
            notYet={notYet}
            busy={set.isPending}
            aria-describedby={notYet ? `${id}-first` : undefined}
            onClick={give}
          >
            {t("homework.set.go")}
          </Button>
        </div>
        {(!chosen || unwritten) && (
          <p className="meta" id={`${id}-first`}>
            {t(chosen ? "homework.set.writeFirst" : "homework.set.first")}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function aloneOf(whom: Whom, couple: Couple): string[] {
  if (whom === "together") return [];
  return whom === "each" ? couple.partners.map((partner) => partner.seat) : [whom];
}

type Choosing = {
  id: string;
  all: readonly ExerciseSummary[];
  chosen: ExerciseSummary | undefined;
  onChange(id: string): void;
};

function Exercises({ id, all, chosen, onChange }: Choosing) {
  return (
    <div className="fieldset">
      <label htmlFor={`${id}-what`}>{t("homework.set.what")}</label>
      <select
        id={`${id}-what`}
        className="field"
        value={chosen?.id ?? ""}
        aria-describedby={`${id}-what-hint`}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t("homework.set.choose")}</option>
        {all.map((each) => (
          <option key={each.id} value={each.id}>
            {t("homework.set.option", { title: each.title, minutes: each.minutes })}
          </option>
        ))}
      </select>
      <p className="hint" id={`${id}-what-hint`}>
        {chosen ? t("homework.set.level", { level: chosen.level, summary: chosen.summary }) : ""}
      </p>
    </div>
  );
}

const WHY = {
  "/problems/not-now": "homework.set.above",
  "/problems/day-has-passed": "homework.set.passed",
  "/problems/no-such-day": "homework.set.passed",
  "/problems/no-such-exercise": "homework.set.noSuch",
  "/problems/case-not-active": "homework.set.resting",
} as const;

const why = (error: Error) =>
  (error instanceof Refused ? WHY[error.type as keyof typeof WHY] : undefined) ?? "homework.set.failed";

type Wanted = Omit<Schemas["NewHomework"], "id">;

/** One id for one wish: pressed again after a lost answer it is given once, changed it is another. */
function useGive(couple: Couple, onDone: () => void) {
  const queries = useQueryClient();
  const wish = useRef({ words: "", id: "" });
  return useMutation({
    mutationFn: (wanted: Wanted) => {
      const words = JSON.stringify(wanted);
      if (wish.current.words !== words) wish.current = { words, id: crypto.randomUUID() };
      const body = { ...wanted, id: wish.current.id };
      return answer(api.POST("/couples/{coupleId}/homework", { params: { path: { coupleId: couple.id } }, body }));
    },
    onSuccess: async () => {
      wish.current = { words: "", id: "" };
      await queries.invalidateQueries({ queryKey: assignmentsQuery(couple.id).queryKey });
      void queries.invalidateQueries({ queryKey: coupleQuery(couple.id).queryKey });
      onDone();
    },
  });
}
