import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { CaseCharts } from "../checkin/CaseCharts.tsx";
import { caseQuery } from "../checkin/queries.ts";
import { plainDate } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import { Icon } from "../ui/Icon.tsx";
import { Seats } from "../ui/Seats.tsx";
import { CoupleFrame } from "./CoupleFrame.tsx";
import type { Couple } from "./queries.ts";
import { SessionTable } from "./SessionTable.tsx";
import { SinceThen } from "./SinceThen.tsx";

const route = getRouteApi("/inside/couples/$id");

/** A couple at a glance. */
export default function CouplePage() {
  const { id } = route.useParams();
  return <CoupleFrame id={id}>{(couple) => <Overview couple={couple} />}</CoupleFrame>;
}

function Overview({ couple }: { couple: Couple }) {
  return (
    <div className="cols">
      <div className="stack stack--xl">
        <SinceThen couple={couple} />
        <CheckinsHere id={couple.id} />
        <div className="two">
          <Part title={t("couple.agreements")} empty={couple.agreements.length === 0 && t("couple.noAgreements")}>
            {couple.agreements.map((agreement) => (
              <li key={agreement.title}>
                <p className="voice couple__voice">{agreement.title}</p>
                <p className="status">
                  <Icon name="check" />
                  {t("couple.agreed", { made: plainDate(agreement.madeOn), review: plainDate(agreement.reviewOn) })}
                </p>
              </li>
            ))}
          </Part>
          <Part title={t("couple.done")} empty={couple.done.length === 0 && t("couple.noDone")}>
            {couple.done.map((done) => (
              <li key={`${done.title} ${done.on}`}>
                <p className="strong">{done.title}</p>
                <p className="status">
                  <Icon name="check" />
                  {t("couple.doneOn", { day: plainDate(done.on) })}
                </p>
              </li>
            ))}
          </Part>
        </div>
        <section className="stack">
          <div className="row row--between">
            <h2 className="subhead">{t("couple.sessions")}</h2>
            {couple.recent.length > 0 && (
              <Link to="/couples/$id/sessions" params={{ id: couple.id }} className="btn btn--link">
                {t("couple.allSessions")}
              </Link>
            )}
          </div>
          <SessionTable couple={couple.id} sessions={couple.recent} zone={couple.zone} />
        </section>
      </div>
      <Agreed couple={couple} />
    </div>
  );
}

/** The lines of the weeks stand on the first page; the rest of the check-ins has a page of its own. */
function CheckinsHere({ id }: { id: string }) {
  const checkins = useQuery(caseQuery(id)).data;
  return checkins === undefined || checkins.charts.length === 0 ? null : <CaseCharts checkins={checkins} />;
}

function Part({ title, empty, children }: { title: string; empty: string | false; children: ReactNode }) {
  return (
    <section className="stack">
      <h2 className="subhead">{title}</h2>
      {empty ? <p className="meta">{empty}</p> : <ul className="lines">{children}</ul>}
    </section>
  );
}

const CEILINGS = ["couple.ceiling0", "couple.ceiling1", "couple.ceiling2", "couple.ceiling3"] as const;

/** The policy and the ceiling: a partner's browser never learns of the second. */
function Agreed({ couple }: { couple: Couple }) {
  const { person } = useSession();
  const people = [
    ...couple.partners.map((partner) => ({ ...partner, on: false })),
    { seat: "therapist", name: person.shortName, on: true },
  ];
  return (
    <section className="private" aria-label={t("couple.facts")}>
      <div className="private__head">
        <Seats people={people} size="xs" />
        <span>{rich("couple.factsSeen", { b: (words) => <b>{words}</b> })}</span>
      </div>
      <dl className="private__body couple__facts">
        <div>
          <dt className="meta">{t("couple.policy")}</dt>
          <dd>{t(`couple.${couple.secrets}`)}</dd>
        </div>
        <div>
          <dt className="meta">{t("couple.ceiling")}</dt>
          <dd>{t(CEILINGS[couple.ceiling] ?? "couple.ceiling0")}</dd>
        </div>
        <div>
          <dt className="meta">{t("couple.clock")}</dt>
          <dd>{couple.zone.split("/").at(-1)?.replaceAll("_", " ")}</dd>
        </div>
      </dl>
    </section>
  );
}
