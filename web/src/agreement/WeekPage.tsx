import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { rich, t } from "../i18n/t.ts";
import { Button } from "../ui/Button.tsx";
import { Seen } from "../ui/Seen.tsx";
import { othersOf } from "./AgreementPage.tsx";
import { canMark } from "./agreements.ts";
import { Found } from "./Found.tsx";
import { nameAt, useAct } from "./parts.tsx";
import type { Agreement, Agreements, Mark } from "./queries.ts";

const route = getRouteApi("/inside/agreements/$id/week");
const MARKS = ["kept", "talked-about", "not-come-up"] as const;

/** One's own mark of this week. */
export default function WeekPage() {
  const { id } = route.useParams();
  return (
    <Found id={id} className="ag__ask">
      {(one, all) => (canMark(one) ? <Ask one={one} all={all} /> : <Over one={one} />)}
    </Found>
  );
}

function Over({ one }: { one: Agreement }) {
  return (
    <>
      <h1 className="title">{one.title}</h1>
      <p>{t("agreements.notToMark")}</p>
      <Link to="/agreements">{t("agreements.back")}</Link>
    </>
  );
}

function Ask({ one, all }: { one: Agreement; all: Agreements }) {
  const navigate = route.useNavigate();
  const { busy, does, trouble } = useAct(one.id);
  const [mark, setMark] = useState<Mark | undefined>(one.mark);
  const who = { therapist: nameAt(all, "therapist"), partner: othersOf(all) };
  const told = all.secrets !== "no-secrets";
  const seen = told ? "agreements.weekSeen" : "agreements.weekSeenMe";
  const people = all.members.map((each) => ({
    ...each,
    on: each.seat === all.you || (told && each.seat === "therapist"),
  }));
  const leave = () => void navigate({ to: "/agreements" });
  return (
    <>
      <div className="stack stack--s">
        <p className="meta">{t("agreements.thisWeek")}</p>
        <h1 className="title">{one.title}</h1>
      </div>
      <fieldset className="ag__opts" aria-describedby="week-seen">
        <legend className="subhead">{t("agreements.howWasIt")}</legend>
        {MARKS.map((value) => (
          <label key={value} className="opt">
            <input type="radio" name="week" checked={mark === value} onChange={() => setMark(value)} />
            <span className="strong">{t(`agreements.mark-${value}`)}</span>
          </label>
        ))}
      </fieldset>
      <Seen id="week-seen" people={people} spoken={t(seen, who)}>
        {rich(seen, { b: (inner) => <b>{inner}</b> }, who)}
      </Seen>
      {trouble}
      <div className="row row--wrap">
        <Button
          look="primary"
          size="l"
          busy={busy}
          notYet={mark === undefined}
          onClick={() =>
            void does({ act: "mark", week: all.week, ...(mark && { mark }) }).then((done) => done && leave())
          }
        >
          {t("agreements.send")}
        </Button>
        {one.mark ? (
          <Button
            look="quiet"
            size="l"
            busy={busy}
            onClick={() => void does({ act: "mark", week: all.week }).then((done) => done && leave())}
          >
            {t("agreements.takeMarkBack")}
          </Button>
        ) : (
          <Button look="quiet" size="l" onClick={leave}>
            {t("agreements.skip")}
          </Button>
        )}
      </div>
    </>
  );
}
