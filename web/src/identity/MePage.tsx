import { lazy, Suspense, useState } from "react";
import { t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Choices } from "../ui/Choices.tsx";
import { setTheme, type Theme, theme } from "../ui/theme.ts";
import { roleOf, useSession } from "./session.ts";
import { signOut } from "./sign-out.ts";

const Partner = lazy(async () => ({ default: (await import("../partner/Frame.tsx")).PartnerFrame }));
const Staff = lazy(async () => ({ default: (await import("../practice/Frame.tsx")).StaffFrame }));

/** One's own page: how it looks, and the way to sign out. */
export default function MePage() {
  const Frame = roleOf(useSession()) === "client" ? Partner : Staff;
  return (
    <Suspense>
      <Frame>
        <Me />
      </Frame>
    </Suspense>
  );
}

function Me() {
  const session = useSession();
  const [look, setLook] = useState(theme);
  const staff = roleOf(session) !== "client";
  const choose = (to: Theme) => {
    setTheme(to);
    setLook(to);
  };
  return (
    <div className="me">
      <div>
        <h1 className="title">{staff ? t("me.settings") : session.person.shortName}</h1>
        <p className="meta">{session.person.name}</p>
      </div>
      <section>
        <h2 className="heading">{t("me.look")}</h2>
        <Choices
          legend={t("me.look")}
          quiet
          value={look}
          onChange={choose}
          options={[
            { value: "auto", name: t("me.auto") },
            { value: "light", name: t("me.light") },
            { value: "dark", name: t("me.dark") },
          ]}
        />
        <p className="meta">{t("me.lookHint")}</p>
      </section>
      <section>
        <h2 className="heading">{t("me.language")}</h2>
        <p>{t("me.english")}</p>
      </section>
      <SignOut />
    </div>
  );
}

function SignOut() {
  const [state, setState] = useState<"rest" | "busy" | "no">("rest");
  const leave = () => {
    setState("busy");
    signOut().catch(() => setState("no"));
  };
  return (
    <section>
      <h2 className="heading">{t("me.signedIn")}</h2>
      <p className="meta">{t("me.signOutHint")}</p>
      <div className="acts">
        <Button busy={state === "busy"} onClick={leave}>
          {t("me.signOut")}
        </Button>
        {state === "no" && <p role="alert">{t("problems.unknown")}</p>}
      </div>
    </section>
  );
}
