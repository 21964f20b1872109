import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { Asked } from "../api/Asked.tsx";
import { t } from "../i18n/t.ts";
import { NothingHere } from "../identity/pages.tsx";
import { roleOf, useSession } from "../identity/session.ts";
import type { Step } from "../room/steps/steps-types.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Mark } from "../ui/Mark.tsx";
import { Main, SkipLink } from "../ui/Page.tsx";
import { stepsOf, textOf } from "./form.ts";
import { Phone } from "./Phone.tsx";
import { useDraft, wholeQuery } from "./queries.ts";
import { Seat, samplePeople } from "./Seat.tsx";
import { stepToShow } from "./step.ts";
import { begun, SEATS } from "./trial.ts";
import "./editor.css";

const ofDraft = getRouteApi("/inside/exercises/drafts/$id/try");
const ofShelf = getRouteApi("/inside/exercises/try/$id");

/** A draft, tried out from all three seats. */
export function TryDraftPage() {
  const { id } = ofDraft.useParams();
  const draft = useDraft(id);
  if (roleOf(useSession()) !== "therapist") return <NothingHere />;
  return (
    <Asked of={draft}>
      {({ form }) => (
        <Trying
          title={form ? textOf(form, "title") : ""}
          steps={form ? stepsOf(form).flatMap((step) => stepToShow(step) ?? []) : []}
          back={{ to: "/exercises/drafts/$id", params: { id } }}
        />
      )}
    </Asked>
  );
}

/** An exercise of the library, as each of the three sees it. */
export function TryExercisePage() {
  const { id } = ofShelf.useParams();
  const exercise = useQuery(wholeQuery(id));
  if (roleOf(useSession()) !== "therapist") return <NothingHere />;
  return (
    <Asked of={exercise}>
      {(found) => (
        <Trying title={found.title} steps={found.steps as unknown as readonly Step[]} back={{ to: "/exercises" }} />
      )}
    </Asked>
  );
}

type Props = {
  title: string;
  steps: readonly Step[];
  back: { to: "/exercises" } | { to: "/exercises/drafts/$id"; params: { id: string } };
};

function Trying({ title, steps, back }: Props) {
  const [trial, setTrial] = useState(() => begun(steps));
  const [at, setAt] = useState(0);
  const [rounds, setRounds] = useState(0);
  const people = samplePeople();
  return (
    <div className="ed">
      <SkipLink />
      <header className="ed__bar">
        <Link {...back} className="btn btn--quiet btn--icon" aria-label={t("editor.back")}>
          <Icon name="back" />
        </Link>
        <div className="grow">
          <h1 className="label">{title || t("editor.untitled")}</h1>
          <p className="meta">{t("editor.trying")}</p>
        </div>
        <Button
          icon="saving"
          onClick={() => {
            setTrial(begun(steps));
            setRounds((n) => n + 1);
            setAt(0);
          }}
        >
          {t("editor.fromStart")}
        </Button>
      </header>
      <Main className="edtry">
        <nav className="edtry__steps" aria-label={t("editor.steps")}>
          {steps.map((step, i) => (
            <button
              key={step.common.id}
              type="button"
              aria-current={at === i ? "step" : undefined}
              onClick={() => setAt(i)}
            >
              <span className="num">{i + 1}</span> {step.common.title}
            </button>
          ))}
        </nav>
        <div className="edtry__seats" key={rounds}>
          {SEATS.map((seat, i) => (
            <div key={seat} className="stack stack--s">
              <h2 className="label row edtry__who">
                <Mark seat={seat} initial={people[i]?.name.slice(0, 1) ?? ""} />
                {t(`editor.seat.${seat}`)}
              </h2>
              <Phone title={title} size="phone" label={t(`editor.seat.${seat}`)}>
                <Seat trial={trial} seat={seat} at={at} onAct={setTrial} />
              </Phone>
            </div>
          ))}
        </div>
        <p className="meta">{t("editor.trying.text")}</p>
      </Main>
    </div>
  );
}
