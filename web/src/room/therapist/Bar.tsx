import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { list, time } from "../../i18n/dates.ts";
import { t } from "../../i18n/t.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Arcs } from "../../ui/Logo.tsx";
import { useHere } from "../here.ts";
import { LineState } from "../Line.tsx";
import { partnersOf } from "../names.ts";

/** How long a session is, where nothing else is known. */
const SESSION = 60;

/** The couple, the session, and whether everything is safe. */
export function TherapistBar() {
  const { info, people, room, now } = useHere();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 10_000);
    return () => clearInterval(timer);
  }, []);
  const passed = Math.floor((now() - Date.parse(info.startsAt)) / 60_000);
  const begun = room.open && passed >= 0;
  return (
    <header className="room__bar">
      <Link className="logo" to="/" aria-label={t("leading.backToToday")}>
        <Arcs />
      </Link>
      <div className="room__t">
        <h1 className="label">{list(partnersOf(people).map((each) => each.name))}</h1>
        {info.number !== undefined && <p className="meta">{t("leading.session", { number: info.number })}</p>}
      </div>
      <p className="status lr__place">
        <Icon name="room" />
        {t(people.every((each) => each.here) && room.open ? "leading.allHere" : "leading.room")}
      </p>
      <p className="meta push">
        {begun ? t("leading.minutes", { passed, of: SESSION }) : time(new Date(now()).toISOString(), info.zone)}
      </p>
      <LineState always />
    </header>
  );
}
