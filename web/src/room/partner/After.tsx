import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { longDay, time } from "../../i18n/dates.ts";
import { t } from "../../i18n/t.ts";
import { Arcs } from "../../ui/Logo.tsx";
import { QuickExit } from "../../ui/QuickExit.tsx";
import { useHere } from "../here.ts";
import { nextQuery } from "../queries.ts";

/** The session has ended, with the next date where there is one. */
export function After() {
  const { info } = useHere();
  const home = useQuery(nextQuery).data;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const next = home?.next && home.next.roomId !== info.id ? home.next : undefined;
  return (
    <div className="af">
      <header className="af__top">
        <span className="logo grow">
          <Arcs />
          {t("ui.appName")}
        </span>
        <QuickExit />
      </header>
      <main className="afm" id="main" tabIndex={-1}>
        <h1 className="title" tabIndex={-1} ref={heading}>
          {t("room.after.thanks")}
        </h1>
        <p className="lead">
          {next
            ? t("room.after.next", { day: longDay(next.startsAt, info.zone), time: time(next.startsAt, info.zone) })
            : t("room.after.ended")}
        </p>
        <p className="meta">{t("room.after.yours")}</p>
      </main>
      <footer className="af__foot">
        <Link to="/after/$id" params={{ id: info.id }} className="btn btn--primary btn--l">
          {t("checkin.homeAfter")}
        </Link>
        <Link to="/" className="btn btn--secondary btn--l">
          {t("room.backHome")}
        </Link>
      </footer>
    </div>
  );
}
