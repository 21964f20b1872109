import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { lookText } from "../checkin/words.ts";
import { day, shortDay, time } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import { Icon } from "../ui/Icon.tsx";
import { Seats } from "../ui/Seats.tsx";
import type { CoupleSummary, Today } from "./queries.ts";
import { found } from "./today.ts";

/** From here on one looks for a name rather than at all of them. */
const MANY = 6;

/** The couples that are assigned now. */
export function Caseload({ today }: { today: Today }) {
  const [typed, setTyped] = useState("");
  const couples = found(today.couples, typed);
  return (
    <section className="caseload" aria-labelledby="couples">
      <div className="row row--between row--wrap">
        <h2 className="subhead" id="couples">
          {t("today.couples")}
        </h2>
        {today.couples.length >= MANY && (
          <label className="find">
            <span className="vh">{t("today.find")}</span>
            <Icon name="search" />
            <input
              className="field"
              type="search"
              autoComplete="off"
              placeholder={t("today.find")}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
        )}
      </div>
      <p className="meta" role="status">
        {couples.length === 0 ? t("today.foundNone") : ""}
      </p>
      {couples.length > 0 && (
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{t("today.couple")}</th>
              <th scope="col">{t("today.nextSession")}</th>
              <th scope="col" className="wide">
                {t("today.last")}
              </th>
              <th scope="col" className="wide">
                {t("today.count")}
              </th>
              <th scope="col">{t("checkin.worth")}</th>
            </tr>
          </thead>
          <tbody>
            {couples.map((couple) => (
              <Row key={couple.id} couple={couple} today={today} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ couple, today }: { couple: CoupleSummary; today: Today }) {
  const { person } = useSession();
  const joined = couple.state !== "invited";
  return (
    <tr>
      <th scope="row">
        <span className="row">
          <Seats
            people={couple.partners.map((partner) => ({ ...partner, on: joined }))}
            size="s"
            beside={person.shortName}
          />
          <Link to="/couples/$id" params={{ id: couple.id }} className="today__name">
            {couple.name}
          </Link>
        </span>
      </th>
      <td>{nextOf(couple, today)}</td>
      <td className="wide">
        {couple.lastSessionAt ? shortDay(couple.lastSessionAt, today.zone, today.now) : <Dim>{t("today.never")}</Dim>}
      </td>
      <td className="wide num">{couple.sessions}</td>
      <td>
        <WorthALook couple={couple} today={today} />
      </td>
    </tr>
  );
}

/** In words, with the way to where it can be read. */
function WorthALook({ couple, today }: { couple: CoupleSummary; today: Today }) {
  const looks = today.worthALook.find((one) => one.couple === couple.id)?.looks ?? [];
  if (looks.length === 0) return <Dim>–</Dim>;
  return (
    <Link to="/couples/$id/checkins" params={{ id: couple.id }} className="plainlink today__looks">
      {looks.map((look) => (
        <span key={look.id ?? `${look.who} ${look.on}`}>{lookText(look, couple.partners)}</span>
      ))}
    </Link>
  );
}

function nextOf(couple: CoupleSummary, { zone, now }: Today): ReactNode {
  if (couple.next)
    return t("dates.dayTime", { day: day(couple.next.startsAt, zone, now), time: time(couple.next.startsAt, zone) });
  switch (couple.state) {
    case "invited":
      return <Dim>{t("today.whenJoined")}</Dim>;
    case "paused":
      return <Dim>{t("today.paused")}</Dim>;
    case "closed":
      return <Dim>{t("today.closed")}</Dim>;
    case "active":
      return <Dim>{t("today.noneBooked")}</Dim>;
  }
}

function Dim({ children }: { children: ReactNode }) {
  return <span className="dim">{children}</span>;
}
