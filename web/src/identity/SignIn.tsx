import { useState } from "react";
import { t } from "../i18n/t.ts";
import { Main, SkipLink } from "../ui/Page.tsx";
import { keepsCookies } from "./cookie.ts";
import { ClientTop } from "./PublicFrame.tsx";
import { doorTo, NoCookie } from "./pages.tsx";

/** Our own first page. The sign-in itself is Keycloak's, in the same look. */
export function SignIn({ to }: { to: string }) {
  const [cookies, setCookies] = useState(() => keepsCookies(document));
  if (!cookies) return <NoCookie again={() => setCookies(keepsCookies(document))} />;
  return (
    <div className="login">
      <SkipLink />
      <div className="login__side">
        <ClientTop />
        <Main className="login__form">
          <h1 className="title">{t("signin.title")}</h1>
          <p>{t("signin.next")}</p>
          <a className="btn btn--primary btn--l btn--block" href={doorTo(to)}>
            {t("signin.signIn")}
          </a>
          <p className="meta">{t("signin.new")}</p>
        </Main>
        <footer className="meta">{t("signin.private")}</footer>
      </div>
      <Art />
    </div>
  );
}

function Art() {
  return (
    <div className="login__art" aria-hidden="true">
      <svg viewBox="3 2.5 30 21" aria-hidden="true">
        <path className="arc-1" d="M6.21 17.50A9 9 0 1 1 22.86 14.56" />
        <path className="arc-2" d="M29.79 8.50A9 9 0 1 1 13.14 11.44" />
        <path className="arc-1" d="M7.33 16.85A7.7 7.7 0 1 1 21.58 14.34" />
        <path className="arc-2" d="M28.67 9.15A7.7 7.7 0 1 1 14.42 11.66" />
        <path className="arc-1" d="M8.46 16.20A6.4 6.4 0 1 1 20.30 14.11" />
        <path className="arc-2" d="M27.54 9.80A6.4 6.4 0 1 1 15.70 11.89" />
        <path className="arc-1" d="M9.58 15.55A5.1 5.1 0 1 1 19.02 13.89" />
        <path className="arc-2" d="M26.42 10.45A5.1 5.1 0 1 1 16.98 12.11" />
      </svg>
    </div>
  );
}
