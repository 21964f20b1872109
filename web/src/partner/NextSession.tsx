import { Link } from "@tanstack/react-router";
import { useId } from "react";
import type { Schemas } from "../api/client.ts";
import { dayAt, daysFrom, list, shortDay, time } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Seats } from "../ui/Seats.tsx";
import { useNow } from "../ui/useNow.ts";
import type { Home } from "./queries.ts";

type Props = { home: Home; session: Schemas["SessionSummary"] };

/** When, with whom, and the way in. Before the door opens the button stays where it is and says when. */
export function NextSession({ home, session }: Props) {
  const now = useNow(home.now);
  const id = useId();
  const opensAt = home.doorsOpenAt ?? session.startsAt;
  const open = session.state !== "planned" || now >= Date.parse(opensAt);
  const others = home.members.filter((member) => member.seat !== home.you).map((member) => member.name);
  return (
    <section className="paper paper--lift nextup" aria-labelledby={`${id}-title`}>
      <h2 className="meta nextup__title" id={`${id}-title`}>
        {t(session.state === "open" ? "home.nowOpen" : "home.nextTitle")}
      </h2>
      <p className="nextup__when">{dayAt(session.startsAt, home.zone, home.now)}</p>
      <div className="row">
        <Seats people={home.members} />
        <p className="meta nextup__who">{t("home.who", { others: list(others) })}</p>
      </div>
      {open ? (
        <Link to="/room/$id" params={{ id: session.roomId }} className="btn btn--primary btn--l btn--block">
          {t("home.toRoom")}
        </Link>
      ) : (
        <Button look="primary" size="l" block notYet aria-describedby={`${id}-door`}>
          {t("home.toRoom")}
        </Button>
      )}
      <p className="meta" id={`${id}-door`}>
        {door(open, opensAt, home)}
      </p>
      {session.place === "call" && <p className="meta">{t("home.call")}</p>}
    </section>
  );
}

function door(open: boolean, opensAt: string, { zone, now }: Home): string {
  if (open) return t("home.doorOpen");
  const at = time(opensAt, zone);
  const sameDay = daysFrom(now, opensAt, zone) === 0;
  return sameDay
    ? t("home.doorAt", { time: at })
    : t("home.doorAtDay", { day: shortDay(opensAt, zone, now), time: at });
}
