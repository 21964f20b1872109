import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Asked } from "../api/Asked.tsx";
import { answer, api } from "../api/client.ts";
import { plainDate } from "../i18n/dates.ts";
import { rich, t } from "../i18n/t.ts";
import { queries } from "../queries.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { AskDialog } from "./AskDialog.tsx";
import { number, sourcesOf, statements } from "./instruments.ts";
import { type Result, type Round, roundsQuery } from "./queries.ts";
import "./instruments.css";

/** Who of a couple was asked what, and what came of it, in words that its source allows. */
export function Rounds({ id }: { id: string }) {
  const found = useQuery(roundsQuery(id));
  const [asking, setAsking] = useState(false);
  return (
    <section className="stack">
      <h2 className="subhead">{t("instruments.rounds")}</h2>
      <Asked of={found}>
        {({ partners, choices, rounds }) => (
          <>
            {rounds.length === 0 && <p className="meta">{t("instruments.noRounds")}</p>}
            {partners.map((partner) => {
              const theirs = rounds.filter((round) => round.of === partner.seat);
              return (
                theirs.length > 0 && (
                  <section key={partner.seat} className="paper stack" aria-label={partner.name}>
                    <h3 className="strong">{partner.name}</h3>
                    <div>
                      {theirs.map((round) => (
                        <OneRound key={round.id} id={id} round={round} name={partner.name} />
                      ))}
                    </div>
                  </section>
                )
              );
            })}
            {choices.length === 0 ? (
              <p className="meta">{t("instruments.noneInUse")}</p>
            ) : (
              <div className="acts">
                <Button icon="plus" onClick={() => setAsking(true)}>
                  {t("instruments.askTitle")}
                </Button>
              </div>
            )}
            {asking && <AskDialog id={id} partners={partners} choices={choices} onClose={() => setAsking(false)} />}
          </>
        )}
      </Asked>
    </section>
  );
}

function OneRound({ id, round, name }: { id: string; round: Round; name: string }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const params = { path: { coupleId: id, askedId: round.id } };
  async function act(send: () => Promise<unknown>) {
    setBusy(true);
    setFailed(false);
    try {
      await send();
      await queries.invalidateQueries({ queryKey: roundsQuery(id).queryKey });
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }
  const takeBack = () => answer(api.DELETE("/couples/{coupleId}/questionnaires/{askedId}", { params }));
  const show = (on: boolean) =>
    answer(api.PUT("/couples/{coupleId}/questionnaires/{askedId}/shown", { params, body: { on } }));
  return (
    <article className="round28">
      <h4 className="label">{round.name}</h4>
      <p className="meta">{whenText(round)}</p>
      {round.result && <Came result={round.result} />}
      {failed && <Notice spoken>{t("instruments.notSaved")}</Notice>}
      <div className="acts">
        {round.state === "asked" && (
          <Button look="quiet" size="compact" busy={busy} onClick={() => void act(takeBack)}>
            {t("instruments.takeBack")}
          </Button>
        )}
        {round.state === "handed-in" && round.mayBeShown && !round.shown && (
          <Button size="compact" busy={busy} onClick={() => void act(() => show(true))}>
            {t("instruments.show", { name })}
          </Button>
        )}
        {round.shown && (
          <>
            <span className="status">{t("instruments.shown", { name })}</span>
            <Button look="quiet" size="compact" busy={busy} onClick={() => void act(() => show(false))}>
              {t("instruments.showNoMore")}
            </Button>
          </>
        )}
        {round.state === "handed-in" && !round.mayBeShown && <span className="meta">{t("instruments.onlyYou")}</span>}
      </div>
    </article>
  );
}

function whenText(round: Round): string {
  if (round.handedInOn) return t("instruments.handedIn", { day: plainDate(round.handedInOn) });
  const day = plainDate(round.askedOn);
  return t(round.state === "taken-back" ? "instruments.takenBack" : "instruments.askedOn", { day });
}

function Came({ result }: { result: Result }) {
  const { min, max } = result.range;
  const counted = { answered: number(result.answered), items: number(result.items) };
  return (
    <>
      {result.score === undefined ? (
        <p>{t("instruments.noNumber", counted)}</p>
      ) : (
        <p>
          {rich(
            "instruments.numberOf",
            { b: (inner) => <b className="num">{inner}</b> },
            { score: number(result.score), min: number(min), max: number(max) },
          )}
          {". "}
          {t(result.higherIsBetter ? "instruments.higherBetter" : "instruments.higherWorse")}.
        </p>
      )}
      {result.score !== undefined && result.answered < result.items && <p>{t("instruments.answeredOf", counted)}</p>}
      {statements(result).map((said) => (
        <p key={said}>{said}</p>
      ))}
      {result.parts.map(
        (part) =>
          part.score !== undefined && (
            <p key={part.name} className="meta">
              {part.name}: {number(part.score)} ({number(part.range.min)} to {number(part.range.max)})
            </p>
          ),
      )}
      <details>
        <summary className="meta">{t("instruments.sources")}</summary>
        {sourcesOf(result).map((source) => (
          <p key={source} className="meta">
            {source}
          </p>
        ))}
      </details>
    </>
  );
}
