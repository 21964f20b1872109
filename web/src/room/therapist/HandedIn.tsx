import { useQuery } from "@tanstack/react-query";
import { type Assignment, assignmentsQuery, type Piece, reviewQuery } from "../../homework/queries.ts";
import { useAct } from "../../homework/therapist/useAct.ts";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { useHere } from "../here.ts";
import { exerciseQuery } from "../queries.ts";
import type { Staged as Words } from "../room.ts";
import { Staged } from "../Staged.tsx";

/** What was handed in, question by question: what is for all three can be put on the stage. */
export function HandedIn() {
  const { coupleId } = useHere().info;
  return coupleId ? <OfCouple coupleId={coupleId} /> : null;
}

const isReady = (each: Assignment) => !each.putAway && each.parts.some((part) => part.state === "handed-in");

function OfCouple({ coupleId }: { coupleId: string }) {
  const ready = useQuery(assignmentsQuery(coupleId)).data?.filter(isReady) ?? [];
  return ready.length === 0 ? null : (
    <section className="lr__handed" aria-label={t("leading.handed")}>
      <h2 className="label">{t("leading.handed")}</h2>
      {ready.map((each) => (
        <OfHomework key={each.id} coupleId={coupleId} assignment={each} />
      ))}
    </section>
  );
}

function OfHomework({ coupleId, assignment }: { coupleId: string; assignment: Assignment }) {
  const { room, send } = useHere();
  const review = useQuery(reviewQuery(coupleId, assignment.id)).data;
  const homework = assignment.parts[0]?.roomId ?? "";
  const exercise = useQuery({ ...exerciseQuery(homework, review?.digest ?? ""), enabled: review !== undefined }).data;
  if (!review || !exercise) return null;
  return (
    <>
      <h3 className="strong">{assignment.title}</h3>
      {review.pieces.length === 0 && <p className="meta">{t("leading.handed.nothing")}</p>}
      <ol className="steps">
        {exercise.steps.map(({ common }) => {
          const given = review.pieces.filter((piece) => piece.step === common.id);
          const forAll = given.filter((piece) => piece.forAll);
          const current = room.stage?.digest === review.digest && room.stage.step === common.id;
          if (given.length === 0) return null;
          return (
            <li key={common.id}>
              {forAll.length > 0 ? (
                <button
                  type="button"
                  className="step"
                  aria-current={current ? "step" : undefined}
                  onClick={() =>
                    void send({ type: "PutOnStage", data: { homework: roomsOf(forAll), step: common.id } })
                  }
                >
                  <span>{common.title}</span>
                  <span className="meta">{t("leading.handed.all")}</span>
                </button>
              ) : (
                <p className="step">
                  <span>{common.title}</span>
                  <span className="meta">{t("leading.handed.alone")}</span>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

const roomsOf = (pieces: readonly Piece[]) => [...new Set(pieces.map((piece) => piece.roomId))];

/** On the stage, with what the therapist can do: take it off, and mark the homework as talked about. */
export function HomeworkOnStage({ staged, arrived }: { staged: Words; arrived(): void }) {
  const { info, send } = useHere();
  return (
    <Staged staged={staged} arrived={arrived}>
      <div className="acts">
        <Button onClick={() => void send({ type: "ClearStage", data: {} })}>{t("leading.handed.off")}</Button>
        {info.coupleId && <TalkedAbout coupleId={info.coupleId} digest={staged.digest} />}
      </div>
    </Staged>
  );
}

function TalkedAbout({ coupleId, digest }: { coupleId: string; digest: string }) {
  const assignment = useQuery(assignmentsQuery(coupleId)).data?.filter(isReady) ?? [];
  return assignment.map((each) => <Talked key={each.id} coupleId={coupleId} digest={digest} assignment={each} />);
}

function Talked({ coupleId, digest, assignment }: { coupleId: string; digest: string; assignment: Assignment }) {
  const review = useQuery(reviewQuery(coupleId, assignment.id)).data;
  const act = useAct(coupleId, assignment);
  return review?.digest === digest ? (
    <Button busy={act.isPending} onClick={() => act.mutate({ act: "talked-about" })}>
      {t("homework.review.talked")}
    </Button>
  ) : null;
}
