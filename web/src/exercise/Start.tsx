import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { answer, api, Refused } from "../api/client.ts";
import { coupleQuery } from "../couple/queries.ts";
import { t } from "../i18n/t.ts";
import { todayQuery } from "../practice/queries.ts";
import { Button } from "../ui/Button.tsx";
import { Choices } from "../ui/Choices.tsx";
import { Notice } from "../ui/Notice.tsx";
import { leave } from "./library.ts";
import type { ExerciseSummary } from "./queries.ts";

type Place = "room" | "call";

/** Starts a session now, with the doors still closed. */
export function Start({
  exercise,
  couple: given,
}: {
  exercise: ExerciseSummary | undefined;
  couple: string | undefined;
}) {
  const id = useId();
  const [picked, setPicked] = useState("");
  const [place, setPlace] = useState<Place>("room");
  const [asked, setAsked] = useState(false);
  const couple = given ?? picked;
  const ceiling = useQuery({ ...coupleQuery(couple), enabled: couple !== "" }).data?.ceiling;
  const start = useStart();
  const may = exercise === undefined || ceiling === undefined ? "yes" : leave(exercise.level, ceiling);
  const why = reason({ couple, known: ceiling !== undefined, asked, may });
  return (
    <div className="stack lib__start">
      {given === undefined && <PickCouple value={picked} onChange={setPicked} />}
      <Choices
        legend={t("exercises.place")}
        value={place}
        onChange={setPlace}
        options={[
          { value: "room", name: t("exercises.room") },
          { value: "call", name: t("exercises.call") },
        ]}
      />
      {may === "ask-each-alone" && (
        <label className="check">
          <input type="checkbox" checked={asked} onChange={(event) => setAsked(event.target.checked)} />
          <span>{t("exercises.confirm")}</span>
        </label>
      )}
      {may === "not-now" && (
        <Notice icon="lock" title={t("exercises.above")}>
          <p>{t("exercises.aboveWhy")}</p>
        </Notice>
      )}
      <Button
        look="primary"
        block
        notYet={why !== undefined}
        busy={start.isPending}
        aria-describedby={`${id}-why`}
        onClick={() => start.mutate({ couple, place, exercise: exercise?.id })}
      >
        {t("exercises.start")}
      </Button>
      <p className="meta" id={`${id}-why`}>
        {why ?? t("exercises.startHint")}
      </p>
      {start.error && (
        <Notice look="alarm" spoken>
          <p>{t(isAbove(start.error) ? "exercises.blocked" : "exercises.notStarted")}</p>
        </Notice>
      )}
    </div>
  );
}

function PickCouple({ value, onChange }: { value: string; onChange(id: string): void }) {
  const id = useId();
  const couples = useQuery(todayQuery).data?.couples.filter((couple) => couple.state === "active") ?? [];
  return (
    <div className="fieldset">
      <label htmlFor={id}>{t("exercises.chooseCouple")}</label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("exercises.choose")}</option>
        {couples.map((couple) => (
          <option key={couple.id} value={couple.id}>
            {couple.name}
          </option>
        ))}
      </select>
    </div>
  );
}

type Standing = { couple: string; known: boolean; asked: boolean; may: ReturnType<typeof leave> };

/** Why it cannot be started yet, in a sentence. */
function reason({ couple, known, asked, may }: Standing): string | undefined {
  if (couple === "") return t("exercises.startFirst");
  if (!known) return t("ui.loading");
  if (may === "not-now") return t("exercises.above");
  return may === "ask-each-alone" && !asked ? t("exercises.confirmFirst") : undefined;
}

function useStart() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ couple, place, exercise }: { couple: string; place: Place; exercise: string | undefined }) =>
      answer(
        api.POST("/couples/{coupleId}/sessions", {
          params: { path: { coupleId: couple } },
          body: { place, ...(exercise === undefined ? {} : { exercise }) },
        }),
      ),
    onSuccess: async (session, { couple }) => {
      void queries.invalidateQueries({ queryKey: ["today"] });
      void queries.invalidateQueries({ queryKey: ["couple", couple] });
      await navigate({ to: "/room/$id", params: { id: session.roomId } });
    },
  });
}

function isAbove(error: Error): boolean {
  return error instanceof Refused && error.type === "/problems/not-now";
}
