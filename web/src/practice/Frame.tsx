import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { t } from "../i18n/t.ts";
import { roleOf, useSession } from "../identity/session.ts";
import { Icon } from "../ui/Icon.tsx";
import { Logo } from "../ui/Logo.tsx";
import { Mark } from "../ui/Mark.tsx";
import { initials } from "../ui/marks.ts";
import { Main, SkipLink } from "../ui/Page.tsx";
import "./frame.css";

/** What stands around the pages of those who work here. */
export function StaffFrame({ children }: { children: ReactNode }) {
  const session = useSession();
  const role = roleOf(session);
  const { person } = session;
  return (
    <div className="shell">
      <SkipLink />
      <header className="side">
        <Logo />
        <nav aria-label={t("ui.mainMenu")}>
          <Link to="/" className="side__link" activeOptions={{ exact: true }}>
            <Icon name="home" />
            <span>{t(role === "therapist" ? "today.nav" : "me.practice-admin")}</span>
          </Link>
          {role === "therapist" && (
            <Link to="/exercises" className="side__link">
              <Icon name="exercises" />
              <span>{t("exercises.nav")}</span>
            </Link>
          )}
          {role === "therapist" && (
            <Link to="/instruments" className="side__link">
              <Icon name="notes" />
              <span>{t("instruments.nav")}</span>
            </Link>
          )}
          <Link to="/me" className="side__link">
            <Icon name="settings" />
            <span>{t("me.settings")}</span>
          </Link>
        </nav>
        <div className="side__me">
          {role === "therapist" ? (
            <Mark seat="therapist" initial={initials([person.shortName])[0] ?? ""} />
          ) : (
            <span className="initial" aria-hidden="true">
              <Icon name="key" />
            </span>
          )}
          <span className="side__name">
            <span className="strong">{person.name}</span>
            <br />
            <span className="dim">{t(role === "therapist" ? "me.therapist" : "me.practice-admin")}</span>
          </span>
        </div>
      </header>
      <Main className="main">{children}</Main>
    </div>
  );
}
