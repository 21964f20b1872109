import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { Asked } from "../api/Asked.tsx";
import { answer, api, Refused } from "../api/client.ts";
import { rich, t } from "../i18n/t.ts";
import { queries } from "../queries.ts";
import { filled } from "../room/exercise.ts";
import { Button } from "../ui/Button.tsx";
import { Main } from "../ui/Page.tsx";
import { Seen } from "../ui/Seen.tsx";
import { type Trouble, Troubled } from "./parts.tsx";
import { type Question, type SessionScales, scalesQuery } from "./queries.ts";
import { TopBar } from "./TopBar.tsx";
import { namesOf } from "./words.ts";
import "./checkin.css";

const route = getRouteApi("/inside/after/$id");

/** How a session was, for the therapist only. */
export default function AfterSessionPage() {
  const { id } = route.useParams();
  const scales = useQuery(scalesQuery(id));
  return <Asked of={scales}>{(data) => <Asking key={id} room={id} scales={data} />}</Asked>;
}

function Asking({ room, scales }: { room: string; scales: SessionScales }) {
  const names = namesOf(scales.members, scales.you);
  const [answers, setAnswers] = useState<Record<string, number>>(scales.answers);
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  async function send() {
    setBusy(true);
    setTrouble(undefined);
    try {
      const params = { path: { roomId: room } };
      await answer(api.PUT("/rooms/{roomId}/scales", { params, body: { answers } }));
      void queries.invalidateQueries({ queryKey: ["home"] });
      void queries.invalidateQueries({ queryKey: scalesQuery(room).queryKey });
      setSent(true);
    } catch (failure) {
      setTrouble(failure instanceof Refused && failure.status === 409 ? "closed" : "not-saved");
    } finally {
      setBusy(false);
    }
  }
  if (sent || !scales.open) return <End words={sent ? scales.questions.thanks : t("checkin.afterClosed")} />;
  const who = { therapist: names.therapist, partner: names.partner };
  return (
    <div className="ci ci--long">
      <TopBar title={t("checkin.afterTitle")} />
      <Main className="ci__list">
        <div className="stack stack--s">
          <h2 className="title">{scales.questions.title}</h2>
          <p>{t("checkin.afterAbout")}</p>
        </div>
        <Seen
          id="seen"
          people={scales.members.map((one) => ({ ...one, on: one.seat === scales.you || one.seat === "therapist" }))}
          spoken={t("checkin.afterSeen", who)}
        >
          {rich("checkin.afterSeen", { b: (inner) => <b>{inner}</b> }, who)}
        </Seen>
        {scales.questions.items.map((item) => (
          <Scale
            key={item.id}
            item={filled(item, names)}
            value={answers[item.id]}
            onChange={(number) => setAnswers({ ...answers, [item.id]: number })}
          />
        ))}
        <Troubled trouble={trouble} />
      </Main>
      <footer className="ci__foot">
        <Button look="primary" size="l" block busy={busy} onClick={() => void send()}>
          {t("checkin.afterSend", who)}
        </Button>
        <Link to="/" className="btn btn--quiet">
          {t("checkin.afterLeave")}
        </Link>
      </footer>
    </div>
  );
}

const NUMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

type ScaleProps = { item: Question; value: number | undefined; onChange(number: number): void };

function Scale({ item, value, onChange }: ScaleProps) {
  const name = useId();
  return (
    <fieldset className="sc" aria-describedby="seen">
      <legend className="subhead">{item.prompt}</legend>
      <div className="sc__row">
        {NUMBERS.map((number) => (
          <label key={number}>
            <input type="radio" name={name} checked={value === number} onChange={() => onChange(number)} />
            <span>{number}</span>
          </label>
        ))}
      </div>
      <p className="sc__ends">
        <span>{t("checkin.end", { number: "0", word: item.low })}</span>
        <span>{t("checkin.end", { number: "10", word: item.high })}</span>
      </p>
    </fieldset>
  );
}

function End({ words }: { words: string }) {
  return (
    <div className="ci">
      <TopBar title={t("checkin.afterTitle")} />
      <Main className="ci__mid">
        <h2 className="title">{words}</h2>
      </Main>
      <footer className="ci__foot">
        <Link to="/" className="btn btn--primary btn--l btn--block">
          {t("checkin.toHome")}
        </Link>
      </footer>
    </div>
  );
}
