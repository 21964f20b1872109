import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { t } from "../i18n/t.ts";
import { ClientTop } from "../identity/PublicFrame.tsx";
import { useSession } from "../identity/session.ts";
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
      <ClientTop>
        <Link to="/me" className="btn btn--quiet btn--icon" aria-label={t("me.open", { name: person.shortName })}>
          <Mark seat={home?.you ?? "partner-1"} initial={initials(names)[Math.max(0, mine)] ?? ""} size="s" />
        </Link>
      </ClientTop>
      <Main className={["page", className].filter(Boolean).join(" ")}>{children}</Main>
    </>
  );
}
