// What stands where something else was asked for: signed out, locked, nothing here, no way to the server.
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { rich, t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Arcs } from "../ui/Logo.tsx";
import { Main } from "../ui/Page.tsx";
import { ClientTop, PublicFrame } from "./PublicFrame.tsx";
import { signOut } from "./sign-out.ts";
import "./pages.css";

const AGAIN = 15_000;

/** Where a sign-in or an unlocking begins; it comes back to the page that was asked for. */
export function doorTo(path: string): string {
  return `/auth/login?to=${encodeURIComponent(path)}`;
}

export function Locked() {
  return (
    <PublicFrame className="lockpage">
      <Main className="lockbox">
        <Arcs className="lk" />
        <h1 className="title">{t("lock.title")}</h1>
        <p className="lead">{t("lock.kept")}</p>
        <div className="acts">
          <a className="btn btn--primary btn--l" href={doorTo(location.pathname)}>
            {t("lock.unlock")}
          </a>
          <Button look="quiet" onClick={() => void signOut()}>
            {t("lock.signOut")}
          </Button>
        </div>
        <p className="meta">{t("lock.why")}</p>
      </Main>
    </PublicFrame>
  );
}

/** Reloaded without a network, or the server is away. Nothing has to be done: it comes back by itself. */
export function WithoutNetwork({ again }: { again(): void }) {
  useEffect(() => {
    const timer = setInterval(again, AGAIN);
    addEventListener("online", again);
    return () => {
      clearInterval(timer);
      removeEventListener("online", again);
    };
  }, [again]);
  return navigator.onLine ? <ServerAway again={again} /> : <Offline again={again} />;
}

function Offline({ again }: { again(): void }) {
  return (
    <PublicFrame>
      <Main className="keptpage stack">
        <p className="status" role="status">
          <Icon name="offline" />
          {t("lock.noConnection")}
        </p>
        <section className="kept">
          <Icon name="device" size="l" />
          <h1 className="subhead">{t("lock.wordsTitle")}</h1>
          <p>{t("lock.words")}</p>
          <p className="meta">{t("lock.again")}</p>
          <Button onClick={again}>{t("lock.againNow")}</Button>
        </section>
      </Main>
    </PublicFrame>
  );
}

function ServerAway({ again }: { again(): void }) {
  return (
    <Empty title={t("errors.awayTitle")} lead={t("errors.away")} art={<TwoApart />}>
      <div className="acts">
        <Button size="l" onClick={again}>
          {t("lock.againNow")}
        </Button>
      </div>
      <p className="meta">{rich("errors.awayHelp", { a: (words) => <Link to="/help">{words}</Link> })}</p>
    </Empty>
  );
}

/** A missing page, and one that is not yours: they look the same. */
export function NothingHere() {
  return (
    <Empty title={t("errors.nothingTitle")} lead={t("errors.nothing")} art={<Door />}>
      <div className="acts">
        <Link to="/" className="btn btn--primary btn--l">
          {t("errors.home")}
        </Link>
      </div>
      <p className="meta">{t("errors.nothingWhy")}</p>
    </Empty>
  );
}

/** Something broke. Its own words go nowhere: they could hold what somebody wrote. */
export function Broken({ reset }: { reset?: () => void }) {
  return (
    <Empty title={t("errors.brokenTitle")} lead={t("errors.broken")} art={<Door />}>
      <div className="acts">
        <Button look="primary" size="l" onClick={reset ?? (() => location.reload())}>
          {t("ui.tryAgain")}
        </Button>
        <Link to="/" className="btn btn--quiet btn--l">
          {t("errors.home")}
        </Link>
      </div>
    </Empty>
  );
}

/** A browser in which nobody can be signed in safely. */
export function NoCookie({ again }: { again(): void }) {
  return (
    <Empty title={t("errors.cookieTitle")} lead={t("errors.cookie")} art={<Door />}>
      <div className="acts">
        <Button size="l" onClick={again}>
          {t("errors.cookieAgain")}
        </Button>
      </div>
      <p className="meta">{t("errors.cookieHow")}</p>
    </Empty>
  );
}

type EmptyProps = { title: string; lead: string; art: ReactNode; children: ReactNode };

function Empty({ title, lead, art, children }: EmptyProps) {
  return (
    <div className="er">
      <ClientTop />
      <Main className="erbox">
        {art}
        <h1 className="title">{title}</h1>
        <p className="lead">{lead}</p>
        {children}
      </Main>
    </div>
  );
}

function Door() {
  return (
    <svg className="art30" viewBox="0 0 148 76" aria-hidden="true">
      <path className="dsh" d="M2 68V36a22 22 0 0 1 44 0v32z" />
    </svg>
  );
}

function TwoApart() {
  return (
    <svg className="art30" viewBox="0 0 148 76" aria-hidden="true">
      <path d="M2 66V34a20 20 0 0 1 40 0v32z" />
      <path className="dsh" d="M52 66h28" />
      <path className="acc" d="M90 66V34a20 20 0 0 1 40 0v32z" />
    </svg>
  );
}
