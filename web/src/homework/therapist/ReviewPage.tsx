import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Asked } from "../../api/Asked.tsx";
import { CoupleFrame } from "../../couple/CoupleFrame.tsx";
import type { Couple } from "../../couple/queries.ts";
import { list } from "../../i18n/dates.ts";
import { t } from "../../i18n/t.ts";
import { useSession } from "../../identity/session.ts";
import { filled } from "../../room/exercise.ts";
import { exerciseQuery } from "../../room/queries.ts";
import { ShownAnswer } from "../../room/ShownAnswer.tsx";
import type { AskingStep } from "../../room/steps/steps-types.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { initials } from "../../ui/marks.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Seats } from "../../ui/Seats.tsx";
import { type Assignment, type Piece, type Review, reviewQuery } from "../queries.ts";
import { isAsking } from "../work.ts";
import { Acts } from "./Acts.tsx";
import { useAct } from "./useAct.ts";
import "../homework.css";

const route = getRouteApi("/inside/couples/$id/homework/$homework");

/** What came back, answer by answer, with who may read each. */
export default function ReviewPage() {
  const { id, homework } = route.useParams();
  return <CoupleFrame id={id}>{(couple) => <Found couple={couple} homework={homework} />}</CoupleFrame>;
}

function Found({ couple, homework }: { couple: Couple; homework: string }) {
  const review = useQuery(reviewQuery(couple.id, homework));
  return <Asked of={review}>{(data) => <Reviewed couple={couple} review={data} />}</Asked>;
}

const nameAt = (couple: Couple, seat: string) => couple.partners.find((each) => each.seat === seat)?.name ?? "";

function Reviewed({ couple, review }: { couple: Couple; review: Review }) {
  const { assignment, pieces } = review;
  const handedIn = assignment.parts.filter((part) => part.state === "handed-in" || part.state === "talked-about");
  return (
    <div className="hwr">
      <div className="stack">
        <div className="row row--between">
          <h2 className="heading">{assignment.title}</h2>
          {handedIn.length > 0 && (
            <span className="status">
              <Icon name="check" />
              {t("homework.review.handedBy", { names: list(handedIn.map((part) => nameAt(couple, part.seat))) })}
            </span>
          )}
        </div>
        {review.note !== undefined && <p className="voice">{review.note}</p>}
        <Unread couple={couple} assignment={assignment} />
        {pieces.length > 0 ? (
          <Pieces couple={couple} review={review} />
        ) : (
          <p className="meta">{t("homework.review.none")}</p>
        )}
        <p className="meta">{t("homework.review.only")}</p>
      </div>
      <Acts couple={couple} review={review} />
    </div>
  );
}

/** Reading is an act of its own: from then on nothing can be taken back. */
function Unread({ couple, assignment }: { couple: Couple; assignment: Assignment }) {
  const act = useAct(couple.id, assignment);
  const unread = assignment.parts.filter((part) => part.unread);
  if (unread.length === 0) return null;
  return (
    <Notice>
      <p>{t("homework.review.unread", { names: list(unread.map((part) => nameAt(couple, part.seat))) })}</p>
      <Button look="primary" busy={act.isPending} onClick={() => act.mutate({ act: "read" })}>
        {t("homework.review.read")}
      </Button>
    </Notice>
  );
}

function Pieces({ couple, review }: { couple: Couple; review: Review }) {
  const session = useSession();
  const room = review.assignment.parts[0]?.roomId ?? "";
  const exercise = useQuery(exerciseQuery(room, review.digest));
  return (
    <Asked of={exercise}>
      {({ steps }) =>
        steps.filter(isAsking).map((step) => {
          const given = review.pieces.filter((piece) => piece.step === step.common.id);
          return (
            given.length > 0 && (
              <Question
                key={step.common.id}
                couple={couple}
                step={filled(step, namesFor(couple, given, session.person.shortName))}
                given={given}
              />
            )
          );
        })
      }
    </Asked>
  );
}

/** The question as whoever answered it read it; where several did, it names the others of each. */
function namesFor(couple: Couple, given: readonly Piece[], therapist: string) {
  const authors = couple.partners.filter((each) => given.some((piece) => piece.by === each.seat));
  const others = couple.partners.filter((each) => authors.length > 1 || each.seat !== authors[0]?.seat);
  const name = (all: typeof others) => all.map((each) => each.name).join(" / ");
  return { me: name(authors), partner: name(others), therapist };
}

function Question({ couple, step, given }: { couple: Couple; step: AskingStep; given: readonly Piece[] }) {
  const session = useSession();
  const marks = initials([...couple.partners.map((each) => each.name), session.person.shortName]);
  return (
    <section className="hwr__q">
      <h3 className="subhead">{step.prompt}</h3>
      <div className="hwr__row">
        {given.map((piece) => {
          const name = nameAt(couple, piece.by);
          const at = couple.partners.findIndex((each) => each.seat === piece.by);
          return (
            <article key={piece.by} className="hwr__piece" aria-label={name}>
              <p className="row strong">
                <Mark seat={piece.by} initial={marks[at] ?? ""} size="s" />
                {name}
              </p>
              <ShownAnswer step={step} value={piece.value} />
              <p className="row meta">
                <Seats
                  size="xs"
                  people={[
                    ...couple.partners.map((each) => ({ ...each, on: piece.forAll || each.seat === piece.by })),
                    { seat: "therapist", name: session.person.shortName, on: true },
                  ]}
                />
                <span>{piece.forAll ? t("homework.review.all") : t("homework.review.you", { name })}</span>
              </p>
              {!piece.forAll && (
                <p className="meta hwr__alone">
                  <Icon name="alone" />
                  {t("homework.review.alone")}
                </p>
              )}
            </article>
          );
        })}
      </div>
    </section>
  );
}
