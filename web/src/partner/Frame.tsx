import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { t } from "../i18n/t.ts";
import { ClientTop } from "../identity/PublicFrame.tsx";
import { useSession } from "../identity/session.ts";
import { Icon } from "../ui/Icon.tsx";
import { Mark } from "../ui/Mark.tsx";
import { initials } from "../ui/marks.ts";
import { Main, SkipLink } from "../ui/Page.tsx";
import { homeQuery } from "./queries.ts";

/** What stands around a partner's pages: help, the own mark, the way out. */
export function PartnerFrame({ className, children }: { className?: string; children: ReactNode }) {
  const { person } = useSession();
  const home = useQuery(homeQuery).data;
  const names = home?.members.map((member) => member.name) ?? [person.shortName];
  const mine = home?.members.findIndex((member) => member.seat === home.you) ?? 0;
  return (
    <>
      <SkipLink />
      <ClientTop nav={<Places className="top__places" link="top__link" />}>
        <Link to="/me" className="btn btn--quiet btn--icon" aria-label={t("me.open", { name: person.shortName })}>
          <Mark seat={home?.you ?? "partner-1"} initial={initials(names)[Math.max(0, mine)] ?? ""} size="s" />
        </Link>
      </ClientTop>
      <Main className={["page", className].filter(Boolean).join(" ")}>{children}</Main>
      <Places className="tabs" icons />
    </>
  );
}

const PLACES = [
  { to: "/", icon: "home", name: "home.nav" },
  { to: "/homework", icon: "homework", name: "homework.nav" },
  { to: "/progress", icon: "progress", name: "home.progress" },
  { to: "/agreements", icon: "agreement", name: "agreements.nav" },
] as const;

/** The few places that there are: a line at the top on a wide screen, a bar below on a phone. */
function Places({ className, link, icons }: { className: string; link?: string; icons?: boolean }) {
  return (
    <nav className={className} aria-label={t("ui.mainMenu")}>
      {PLACES.map(({ to, icon, name }) => (
        <Link key={to} to={to} className={link} activeOptions={{ exact: to === "/" }}>
          {icons && <Icon name={icon} />}
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
