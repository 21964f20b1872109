import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Asked } from "../api/Asked.tsx";
import { dayAt, month } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { NothingHere } from "../identity/pages.tsx";
import { roleOf, useSession } from "../identity/session.ts";
import { StaffFrame } from "../practice/Frame.tsx";
import { Seats } from "../ui/Seats.tsx";
import { serverNow } from "./now.ts";
import { type Couple, coupleQuery } from "./queries.ts";
import "./couple.css";

/** What stands around the pages of a couple, for the therapist only. To everybody else there is nothing here. */
export function CoupleFrame({ id, children }: { id: string; children(couple: Couple): ReactNode }) {
  const session = useSession();
  if (roleOf(session) !== "therapist") return <NothingHere />;
  return (
    <StaffFrame>
      <Found id={id}>{children}</Found>
    </StaffFrame>
  );
}

function Found({ id, children }: { id: string; children(couple: Couple): ReactNode }) {
  const couple = useQuery(coupleQuery(id));
  return (
    <Asked of={couple}>
      {(data) => (
        <>
          <Head couple={data} />
          {children(data)}
        </>
      )}
    </Asked>
  );
}

function Head({ couple }: { couple: Couple }) {
  const session = useSession();
  const now = serverNow(session);
  const next = couple.next;
  const joined = couple.state !== "invited";
  return (
    <>
      <div className="chead">
        <Seats
          people={couple.partners.map((partner) => ({ ...partner, on: joined }))}
          size="l"
          beside={session.person.shortName}
        />
        <h1 className="title">{couple.name}</h1>
        <span className="push" />
        {couple.state === "active" && (
          <Link
            to="/couples/$id/start"
            params={{ id: couple.id }}
            className={next ? "btn btn--secondary" : "btn btn--primary"}
          >
            {t("couple.start")}
          </Link>
        )}
        {next && (
          <Link to="/room/$id" params={{ id: next.roomId }} className="btn btn--primary">
            {t(next.state === "open" ? "today.back" : "today.open")}
          </Link>
        )}
      </div>
      <p className="meta cmeta">
        {t("couple.since", { month: month(couple.since, now), n: couple.sessions })}{" "}
        {next && t("couple.next", { day: dayAt(next.startsAt, couple.zone, now, true) })}
        {couple.state !== "active" && t(`couple.${couple.state}`)}
      </p>
      <nav className="subnav" aria-label={couple.name}>
        <Link to="/couples/$id" params={{ id: couple.id }} activeOptions={{ exact: true }}>
          {t("couple.overview")}
        </Link>
        <Link to="/couples/$id/sessions" params={{ id: couple.id }}>
          {t("couple.sessions")}
        </Link>
        <Link to="/couples/$id/homework" params={{ id: couple.id }}>
          {t("homework.nav")}
        </Link>
        <Link to="/couples/$id/checkins" params={{ id: couple.id }}>
          {t("checkin.nav")}
        </Link>
        <Link to="/couples/$id/agreements" params={{ id: couple.id }}>
          {t("agreements.nav")}
        </Link>
        <Link to="/couples/$id/progress" params={{ id: couple.id }}>
          {t("progress.nav")}
        </Link>
        <Link to="/couples/$id/messages" params={{ id: couple.id }}>
          {t("messages.title")}
        </Link>
        <Link to="/couples/$id/notes" params={{ id: couple.id }}>
          {t("couple.notes")}
        </Link>
      </nav>
    </>
  );
}
