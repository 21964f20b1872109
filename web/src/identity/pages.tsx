// The pages that stand where something else was asked for: signed out, locked, nothing here, an error.
import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";

export function SignedOut() {
  return (
    <main id="main">
      <a className="btn btn--primary" href={`/auth/login?to=${encodeURIComponent(location.pathname)}`}>
        {t("signin.signIn")}
      </a>
    </main>
  );
}
export function Locked() {
  return (
    <main id="main">
      <h1 className="title">{t("lock.title")}</h1>
    </main>
  );
}
export function WithoutNetwork({ again }: { again(): void }) {
  return (
    <main id="main">
      <h1 className="title">{t("lock.keptTitle")}</h1>
      <Button onClick={again}>{t("ui.tryAgain")}</Button>
    </main>
  );
}
export function NothingHere() {
  return (
    <main id="main">
      <h1 className="title">{t("errors.nothingTitle")}</h1>
    </main>
  );
}
export function Broken() {
  return (
    <main id="main">
      <h1 className="title">{t("errors.brokenTitle")}</h1>
    </main>
  );
}
