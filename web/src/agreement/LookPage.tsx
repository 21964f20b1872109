import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { plainDate } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Mark } from "../ui/Mark.tsx";
import { initials } from "../ui/marks.ts";
import { Seen } from "../ui/Seen.tsx";
import { OpenText, othersOf } from "./AgreementPage.tsx";
import { canMark, holding } from "./agreements.ts";
import { Found } from "./Found.tsx";
import { AllSee, nameAt, useAct } from "./parts.tsx";
import type { Agreement, Agreements, ReviewAnswer } from "./queries.ts";

const route = getRouteApi("/inside/agreements/$id/look");
const ANSWERS = ["kept", "mostly", "other-words"] as const;

type Props = { one: Agreement; all: Agreements };

/** Looking at it again: each answers alone, and it opens once both have. */
export default function LookPage() {
  const { id } = route.useParams();
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <Found id={id} className="ag__ask">
      {(one, all) => {
        const review = opened !== null && one.reviews.length > opened ? one.reviews.at(-1) : undefined;
        return review ? (
          <Opened one={one} all={all} review={review} />
        ) : canMark(one) ? (
          <Ask one={one} all={all} onSent={() => setOpened(one.reviews.length)} />
        ) : (
          <Link to="/agreements">{t("agreements.back")}</Link>
        );
      }}
    </Found>
  );
}

function Ask({ one, all, onSent }: Props & { onSent(): void }) {
  const navigate = route.useNavigate();
  const { busy, does, trouble } = useAct(one.id);
  const [answer, setAnswer] = useState<ReviewAnswer | undefined>(one.review);
  const who = { therapist: nameAt(all, "therapist"), partner: othersOf(all) };
  const people = all.members.map((each) => ({ ...each, on: each.seat === all.you }));
  return (
    <>
      <div className="stack stack--s">
        <p className="meta">{t("agreements.looking")}</p>
        <h1 className="title">{one.title}</h1>
      </div>
      <div className="paper">
        {holding(one).map((line, i) => (
          <p key={i} className="ag__clause">
            <span className="ag__n" aria-hidden="true">
              {i + 1}
            </span>
            <span>{line}</span>
          </p>
        ))}
      </div>
      <fieldset className="ag__opts" aria-describedby="look-seen">
        <legend className="subhead">{t("agreements.howIsIt")}</legend>
        {ANSWERS.map((value) => (
          <label key={value} className="opt">
            <input type="radio" name="look" checked={answer === value} onChange={() => setAnswer(value)} />
            <span className="strong">{t(`agreements.answer-${value}`)}</span>
          </label>
        ))}
      </fieldset>
      <Seen id="look-seen" people={people} spoken={t("agreements.lookSeen", who)}>
        {rich("agreements.lookSeen", { b: (inner) => <b>{inner}</b> }, who)}
      </Seen>
      {one.review && <p className="strong">{t("agreements.sealed")}</p>}
      {trouble}
      <div className="row row--wrap">
        <Button
          look="primary"
          size="l"
          busy={busy}
          notYet={answer === undefined || answer === one.review}
          onClick={() => {
            onSent();
            void does({ act: "answer", ...(answer && { answer }) });
          }}
        >
          {t("agreements.seal")}
        </Button>
        {one.review ? (
          <Button look="quiet" size="l" busy={busy} onClick={() => void does({ act: "answer" })}>
            {t("agreements.takeBack")}
          </Button>
        ) : (
          <Button look="quiet" size="l" onClick={() => void navigate({ to: "/agreements" })}>
            {t("agreements.notToday")}
          </Button>
        )}
      </div>
    </>
  );
}

function Opened({ one, all, review }: Props & { review: Agreement["reviews"][number] }) {
  const letters = initials(all.members.map((each) => each.name));
  return (
    <>
      <div className="stack stack--s">
        <p className="meta">{t("agreements.lookingOn", { day: plainDate(review.on) })}</p>
        <h1 className="title">{t("agreements.bothOpen")}</h1>
      </div>
      <div className="ag__pair">
        {review.answers.map(({ seat, answer }) => (
          <section key={seat} className="paper stack stack--s">
            <p className="row strong">
              <Mark seat={seat} initial={letters[all.members.findIndex((each) => each.seat === seat)] ?? ""} size="s" />
              {seat === all.you ? t("agreements.you") : nameAt(all, seat)}
            </p>
            <p className="voice voice--l">{t(`agreements.answer-${answer}`)}</p>
          </section>
        ))}
      </div>
      <AllSee members={all.members} />
      <p>{t("agreements.mayChange")}</p>
      <div className="row row--wrap">
        {!one.textOpen && <OpenText one={one} />}
        <Link to="/agreements/$id" params={{ id: one.id }} className="btn btn--secondary">
          {t("agreements.asItIs")}
        </Link>
      </div>
      <p className="meta">{t("agreements.openAbout")}</p>
    </>
  );
}
