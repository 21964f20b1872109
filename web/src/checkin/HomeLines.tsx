import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dayAt } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import type { Home } from "../partner/queries.ts";
import { Icon } from "../ui/Icon.tsx";
import "./checkin.css";

/** What a partner's first page says of check-ins: something only while there is something to do. */
export function CheckinLines({ home }: { home: Home }) {
  return (
    <ul className="lines">
      {home.afterSession && (
        <Line title={t("checkin.homeAfter")} about={t("checkin.homeAfterLine", { therapist: home.therapist })}>
          <Link to="/after/$id" params={{ id: home.afterSession }} className="btn btn--secondary btn--compact">
            {t("checkin.homeOpen")}
          </Link>
        </Line>
      )}
      {home.checkin && (
        <Line title={t("checkin.title")} about={about(home.checkin, home)}>
          <Link to="/checkin" className="btn btn--secondary btn--compact">
            {t(home.checkin.begun && !home.checkin.through ? "checkin.goOn" : "checkin.homeOpen")}
          </Link>
        </Line>
      )}
    </ul>
  );
}

function about(checkin: NonNullable<Home["checkin"]>, home: Home): string {
  if (checkin.through) return t("checkin.homeThrough", { when: dayAt(checkin.closesAt, home.zone, home.now, true) });
  return t(checkin.begun ? "checkin.homeBegun" : "checkin.homeLine");
}

function Line({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <li className="ciline">
      <Icon name="scale" />
      <div className="grow">
        <p className="strong">{title}</p>
        <p className="meta">{about}</p>
      </div>
      {children}
    </li>
  );
}
