import { Link } from "@tanstack/react-router";
import { dayAt } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import type { Home } from "../partner/queries.ts";
import { Icon } from "../ui/Icon.tsx";
import "./checkin.css";

/** What a partner's first page says of check-ins: something only while there is something to do. */
export function CheckinLines({ home }: { home: Home }) {
  return (
    <ul>
      {home.afterSession && (
        <li>
          <Link to="/after/$id" params={{ id: home.afterSession }} className="linkrow">
            <Words title={t("checkin.homeAfter")} about={t("checkin.homeAfterLine", { therapist: home.therapist })} />
          </Link>
        </li>
      )}
      {home.checkin && (
        <li>
          <Link to="/checkin" className="linkrow">
            <Words title={t("checkin.title")} about={about(home.checkin, home)} />
          </Link>
        </li>
      )}
    </ul>
  );
}

function about(checkin: NonNullable<Home["checkin"]>, home: Home): string {
  if (checkin.through) return t("checkin.homeThrough", { when: dayAt(checkin.closesAt, home.zone, home.now, true) });
  return t(checkin.begun ? "checkin.homeBegun" : "checkin.homeLine");
}

function Words({ title, about }: { title: string; about: string }) {
  return (
    <>
      <Icon name="scale" />
      <span>
        <span className="strong">{title}</span>
        <span className="meta">{about}</span>
      </span>
      <Icon name="forward" />
    </>
  );
}
