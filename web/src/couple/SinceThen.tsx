import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { assignmentsQuery } from "../homework/queries.ts";
import { list, shortDay } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import { Icon, type IconName } from "../ui/Icon.tsx";
import type { Couple } from "./queries.ts";

/** What has come in since the last session: to prepare for the next in a few minutes. */
export function SinceThen({ couple }: { couple: Couple }) {
  const { now } = useSession();
  const homework = useQuery(assignmentsQuery(couple.id)).data ?? [];
  if (!couple.cameIn) return null;
  const params = { id: couple.id };
  const { from, messages, wins, checkins, pages, after } = couple.cameIn;
  const names = (seats: readonly string[]) =>
    list(couple.partners.filter(({ seat }) => seats.includes(seat)).map(({ name }) => name));
  const unread = homework.filter(({ parts }) => parts.some((part) => part.unread));
  const [last] = couple.recent;
  const lines = [
    ...unread.map((one) => (
      <Link
        key={one.id}
        to="/couples/$id/homework/$homework"
        params={{ ...params, homework: one.id }}
        className="linkrow"
      >
        <Line icon="homework">{t("couple.sinceHomework", { title: one.title })}</Line>
      </Link>
    )),
    messages > 0 && (
      <Link key="messages" to="/couples/$id/messages" params={params} className="linkrow">
        <Line icon="chat">{t("couple.sinceMessages", { n: messages })}</Line>
      </Link>
    ),
    pages.length > 0 && (
      <Link key="pages" to="/couples/$id/messages" params={params} className="linkrow">
        <Line icon="eye">{t("couple.sincePages", { names: names(pages) })}</Line>
      </Link>
    ),
    checkins.length > 0 && (
      <Link key="checkins" to="/couples/$id/checkins" params={params} className="linkrow">
        <Line icon="scale">{t("couple.sinceCheckins", { names: names(checkins) })}</Line>
      </Link>
    ),
    after.length > 0 && (
      <Link key="after" to="/couples/$id/checkins" params={params} className="linkrow">
        <Line icon="scale">{t("couple.sinceAfter", { names: names(after) })}</Line>
      </Link>
    ),
    wins > 0 && (
      <Link key="wins" to="/couples/$id/progress" params={params} className="linkrow">
        <Line icon="progress">{t("couple.sinceWins", { n: wins })}</Line>
      </Link>
    ),
    last && !last.signed && (
      <Link
        key="record"
        to="/couples/$id/sessions/$session"
        params={{ ...params, session: last.id }}
        className="linkrow"
      >
        <Line icon="pen">{t("couple.sinceRecord", { number: String(last.number) })}</Line>
      </Link>
    ),
  ].filter(Boolean);
  return (
    <section className="stack stack--s">
      <h2 className="subhead">{t("couple.sinceTitle")}</h2>
      {lines.length === 0 ? (
        <p className="meta">{t("couple.sinceNothing", { day: shortDay(from, couple.zone, now) })}</p>
      ) : (
        <div>{lines}</div>
      )}
    </section>
  );
}

function Line({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <>
      <Icon name={icon} />
      <span className="strong">{children}</span>
      <Icon name="forward" />
    </>
  );
}
