import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { asksMark, asksReview } from "../agreement/agreements.ts";
import { AgreementLines } from "../agreement/HomeLines.tsx";
import { agreementsQuery } from "../agreement/queries.ts";
import { Asked } from "../api/Asked.tsx";
import { CheckinLines } from "../checkin/HomeLines.tsx";
import { homeworkQuery } from "../homework/queries.ts";
import { TaskList } from "../homework/TaskList.tsx";
import { daysFrom } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import { Wins } from "../progress/Kept.tsx";
import { NewestLetter, therapistOf } from "../progress/Letters.tsx";
import { progressQuery } from "../progress/queries.ts";
import { QuestionnaireLines } from "../instruments/HomeLines.tsx";
import { mineQuery } from "../instruments/queries.ts";
import { Icon } from "../ui/Icon.tsx";
import { PartnerFrame } from "./Frame.tsx";
import { NextSession } from "./NextSession.tsx";
import { type Home, homeQuery } from "./queries.ts";
import "../progress/progress.css";
import "./home.css";

/** A partner's first page: one thing at a time. */
export default function HomePage() {
  const home = useQuery(homeQuery);
  const { person } = useSession();
  return (
    <PartnerFrame className="home">
      <h1 className="title">{t("home.hello", { name: person.shortName })}</h1>
      <Asked of={home}>{(data) => <Content home={data} />}</Asked>
    </PartnerFrame>
  );
}

function Content({ home }: { home: Home }) {
  return (
    <>
      {home.next ? <NextSession home={home} session={home.next} /> : <PlaceIsReady home={home} />}
      <ThisWeek home={home} />
      {!isToday(home) && <Built />}
      <section className="home__part">
        <h2 className="subhead">{t("home.agreements")}</h2>
        {home.agreements.length === 0 && <p className="meta">{t("home.noAgreements")}</p>}
        <ul className="home__agreements">
          {home.agreements.map((agreement) => (
            <li key={agreement.title} className="voice">
              {agreement.title}
            </li>
          ))}
        </ul>
      </section>
      <Between therapist={home.therapist} />
    </>
  );
}

/** On the day of a session only the session stands here, and what is to be done for it. */
function isToday({ next, now, zone }: Home): boolean {
  return next !== undefined && daysFrom(now, next.startsAt, zone) === 0;
}

/** The newest letter, and a few small wins. */
function Built() {
  const progress = useQuery(progressQuery).data;
  if (!progress) return null;
  const therapist = therapistOf(progress);
  return (
    <>
      {progress.letters.length > 0 && (
        <section className="home__part">
          <div className="row row--between">
            <h2 className="subhead">{t("progress.letterFrom", { therapist })}</h2>
            {progress.letters.length > 1 && (
              <Link to="/letters" className="btn btn--link">
                {t("progress.earlier")}
              </Link>
            )}
          </div>
          <NewestLetter progress={progress} />
        </section>
      )}
      <div className="home__part">
        <Wins
          progress={progress}
          most={3}
          beside={
            progress.open && (
              <Link to="/progress/win" className="btn btn--link">
                {t("progress.addOne")}
              </Link>
            )
          }
        />
      </div>
    </>
  );
}

/** What is there between sessions, for everybody alike. */
function Between({ therapist }: { therapist: string }) {
  return (
    <section className="home__between">
      <Link to="/messages" className="linkrow">
        <Icon name="chat" />
        <span>
          <span className="strong">{t("messages.title")}</span>
          <br />
          <span className="meta">{t("messages.homeHint", { therapist })}</span>
        </span>
        <Icon name="forward" />
      </Link>
      <Link to="/journal" className="linkrow">
        <Icon name="lock" />
        <span>
          <span className="strong">{t("journal.title")}</span>
          <br />
          <span className="meta">{t("journal.homeHint")}</span>
        </span>
        <Icon name="forward" />
      </Link>
    </section>
  );
}

/** The same words whoever has joined and whoever has not. */
function PlaceIsReady({ home }: { home: Home }) {
  const mine = (seat: string) => (home.you === seat ? `home__mine home__mine--${seat}` : undefined);
  return (
    <section className="paper paper--lift stack">
      <svg className="home__art" viewBox="0 0 148 56" aria-hidden="true">
        <circle className={mine("partner-1")} cx="24" cy="30" r="22" />
        <rect className={mine("partner-2")} x="54" y="8" width="44" height="44" rx="12" />
        <path d="M106 52V29a19 19 0 0 1 38 0v23z" />
      </svg>
      <h2 className="heading">{t("home.readyTitle")}</h2>
      <p>{t("home.ready", { therapist: home.therapist })}</p>
    </section>
  );
}

/** What there is to do until the next session; what is over stands on the page of homework. */
function ThisWeek({ home }: { home: Home }) {
  const homework = useQuery(homeworkQuery);
  const questionnaires = useQuery(mineQuery);
  const checks = home.checkin || home.afterSession;
  const agreements = useQuery(agreementsQuery).data;
  const asked = agreements?.agreements.some((one) => asksMark(one) || asksReview(one, agreements)) ?? false;
  const open = homework.data?.tasks.filter((task) => task.state === "given" || task.state === "begun") ?? [];
  return (
    <section className="home__part">
      <h2 className="subhead">{t("home.week")}</h2>
      {homework.data && open.length === 0 && !checks && !asked && <p className="meta">{t("home.nothing")}</p>}
      {homework.data && open.length === 0 && !checks && questionnaires.data?.length === 0 && (
        <p className="meta">{t("home.nothing")}</p>
      )}
      <TaskList tasks={open} zone={home.zone} therapist={home.therapist} />
      {checks && <CheckinLines home={home} />}
      <AgreementLines />
      <QuestionnaireLines therapist={home.therapist} />
    </section>
  );
}
