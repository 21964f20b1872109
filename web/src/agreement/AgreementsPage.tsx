import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Asked } from "../api/Asked.tsx";
import { month, plainDate } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { PartnerFrame } from "../partner/Frame.tsx";
import { Icon } from "../ui/Icon.tsx";
import { asksMark, isInForce, isWritten } from "./agreements.ts";
import { AllSee } from "./parts.tsx";
import { type Agreement, type Agreements, agreementsQuery } from "./queries.ts";
import { Weeks, weeksText } from "./Weeks.tsx";
import "./agreement.css";

/** What a couple has agreed: what holds, what is being written, what is over. */
export default function AgreementsPage() {
  const all = useQuery(agreementsQuery);
  return (
    <PartnerFrame className="ag">
      <Asked of={all}>{(data) => <List all={data} />}</Asked>
    </PartnerFrame>
  );
}

function List({ all }: { all: Agreements }) {
  const list = all.agreements;
  const parts = [
    { name: "agreements.inForce", list: list.filter(isInForce), Row: InForce },
    { name: "agreements.beingWritten", list: list.filter(isWritten), Row: Written },
    { name: "agreements.earlier", list: list.filter((one) => one.state === "ended"), Row: Ended },
  ] as const;
  return (
    <>
      <div className="row row--between row--wrap">
        <h1 className="title">{t("agreements.title")}</h1>
        <AllSee members={all.members} />
      </div>
      {list.length === 0 && <p className="lead">{t("agreements.none")}</p>}
      {parts.map(
        ({ name, list, Row }) =>
          list.length > 0 && (
            <section key={name}>
              <h2 className="heading">{t(name)}</h2>
              <ul className="agl">
                {list.map((one) => (
                  <li key={one.id}>
                    <Link to="/agreements/$id" params={{ id: one.id }} className="agl__title voice">
                      {one.title}
                    </Link>
                    <Row one={one} all={all} />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}

type Row = { one: Agreement; all: Agreements };

function InForce({ one, all }: Row) {
  return (
    <>
      <Weeks agreement={one} week={all.week} />
      <p className="meta">
        {weeksText(one)} {one.lookOn && looksText(one.lookOn, all.today)}
      </p>
      <MarkLink one={one} />
    </>
  );
}

/** A day that has passed is not spoken of. */
function looksText(on: string, today: string): string {
  return on >= today ? t("agreements.looksOn", { day: plainDate(on) }) : t("agreements.looksNow");
}

function MarkLink({ one }: { one: Agreement }) {
  if (!asksMark(one)) return null;
  return (
    <p>
      <Link to="/agreements/$id/week" params={{ id: one.id }} className="btn btn--secondary">
        <Icon name="homework" />
        {t("agreements.yourMark")}
      </Link>
    </p>
  );
}

export function writtenText(one: Agreement): string {
  const version = t("agreements.versionBeing", { n: one.versions.length + 1 });
  return one.suggestions.length === 0
    ? version
    : t("agreements.versionToDecide", { version, n: one.suggestions.length });
}

function Written({ one }: Row) {
  return (
    <>
      <p className="status">
        <Icon name="pen" />
        {writtenText(one)}
      </p>
      {one.versions.length > 0 && <p className="meta">{t("agreements.holdsUntil", { n: one.versions.length })}</p>}
      <MarkLink one={one} />
    </>
  );
}

function Ended({ one, all }: Row) {
  const from = one.versions[0]?.on;
  const now = all.today;
  return (
    <p className="meta">
      {from && one.endedOn && t("agreements.fromTo", { from: month(from, now), to: month(one.endedOn, now) })}{" "}
      {t("agreements.hasEnded")}
    </p>
  );
}
