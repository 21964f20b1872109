import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import { Asked } from "../api/Asked.tsx";
import { answer, api, Refused } from "../api/client.ts";
import { Middle } from "../checkin/parts.tsx";
import { TopBar } from "../checkin/TopBar.tsx";
import { namesOf } from "../checkin/words.ts";
import { rich, t } from "../i18n/t.ts";
import { queries } from "../queries.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Seen } from "../ui/Seen.tsx";
import { type At, after, before, maySkip, number, whereItGoesOn } from "./instruments.ts";
import { type MyQuestionnaire, mineQuery, myQuery } from "./queries.ts";
import "./instruments.css";

const route = getRouteApi("/inside/questionnaires/$id");

/** What somebody is asked, one question a screen; later what the therapist shows of it. */
export default function QuestionnairePage() {
  const { id } = route.useParams();
  const mine = useQuery(myQuery(id));
  return <Asked of={mine}>{(data) => (data.open ? <Asking key={data.id} mine={data} /> : <Over mine={data} />)}</Asked>;
}

type Trouble = "closed" | "more" | "notSaved";

function Asking({ mine }: { mine: MyQuestionnaire }) {
  const names = namesOf(mine.members, mine.you);
  const [at, setAt] = useState<At>(() => whereItGoesOn(mine));
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const heading = useRef<HTMLHeadingElement>(null);
  const place = at.page === "question" ? at.number : at.page;
  // The next question is said, and the keyboard begins at it.
  useEffect(() => {
    if (place !== undefined) heading.current?.focus();
  }, [place]);

  /** Waits until the server has it: what was answered must not be lost on the way to the next question. */
  async function keep(sent: Promise<unknown>, then: At) {
    setBusy(true);
    setTrouble(undefined);
    try {
      await sent;
      await queries.invalidateQueries({ queryKey: mineQuery.queryKey });
      setAt(then);
    } catch (failure) {
      setTrouble(troubleOf(failure));
    } finally {
      setBusy(false);
    }
  }
  const params = { askedId: mine.id };
  const put = (item: string, value?: number) =>
    answer(
      api.PUT("/questionnaires/{askedId}/items/{item}", {
        params: { path: { ...params, item } },
        body: value === undefined ? {} : { value },
      }),
    );
  const handIn = () => answer(api.PUT("/questionnaires/{askedId}/handed-in", { params: { path: params } }));
  if (at.page === "begin") {
    return (
      <Frame mine={mine}>
        <Middle>
          <h2 className="title" ref={heading} tabIndex={-1}>
            {mine.name}
          </h2>
          <p className="q28__long">{mine.instructions}</p>
          <p className="meta">{t("instruments.howMany", { n: mine.items.length })}</p>
          <WhoSees mine={mine} />
        </Middle>
        <footer className="ci__foot">
          <Button look="primary" size="l" block onClick={() => setAt(after(at, mine))}>
            {t("instruments.begin")}
          </Button>
        </footer>
      </Frame>
    );
  }
  const item = at.page === "question" ? mine.items[at.number] : undefined;
  if (at.page === "question" && item) {
    return (
      <Frame mine={mine}>
        <Question
          key={item.id}
          mine={mine}
          item={item}
          at={at.number}
          busy={busy}
          trouble={trouble}
          heading={heading}
          back={() => setAt(before(at, mine))}
          onNext={(value) => void keep(put(item.id, value), after(at, mine))}
        />
      </Frame>
    );
  }
  return (
    <Frame mine={mine}>
      <Middle>
        <h2 className="title" ref={heading} tabIndex={-1}>
          {t("instruments.lastTitle")}
        </h2>
        <p>{t("instruments.lastAbout", { therapist: names.therapist })}</p>
        <Troubled trouble={trouble} />
      </Middle>
      <footer className="ci__foot">
        <Button look="primary" size="l" block busy={busy} onClick={() => void keep(handIn(), at)}>
          {t("instruments.handIn", { therapist: names.therapist })}
        </Button>
        <Button look="quiet" onClick={() => setAt({ page: "question", number: 0 })}>
          {t("instruments.lookAgain")}
        </Button>
      </footer>
    </Frame>
  );
}

function troubleOf(failure: unknown): Trouble {
  if (!(failure instanceof Refused) || failure.status !== 409) return "notSaved";
  return failure.type.endsWith("more-to-answer") ? "more" : "closed";
}

function Troubled({ trouble }: { trouble: Trouble | undefined }) {
  return trouble && <Notice spoken>{t(`instruments.${trouble}`)}</Notice>;
}

type QuestionProps = {
  mine: MyQuestionnaire;
  item: MyQuestionnaire["items"][number];
  at: number;
  busy: boolean;
  trouble: Trouble | undefined;
  heading: RefObject<HTMLHeadingElement | null>;
  back(): void;
  /** Without a value: skipped. */
  onNext(value?: number): void;
};

function Question({ mine, item, at, busy, trouble, heading, back, onNext }: QuestionProps) {
  const [value, setValue] = useState(mine.answers.find((one) => one.item === item.id)?.value);
  const name = useId();
  const skips = maySkip(mine, item.id);
  return (
    <>
      <Middle>
        <p className="meta">{t("instruments.question", { number: String(at + 1), all: String(mine.items.length) })}</p>
        <h2 className="title" ref={heading} tabIndex={-1} id={`${name}-text`}>
          {item.text}
        </h2>
        <fieldset className="q28" aria-labelledby={`${name}-text`}>
          {item.answers.map((one) => (
            <label key={one.value} className="opt">
              <input type="radio" name={name} checked={value === one.value} onChange={() => setValue(one.value)} />
              <span className="strong">{one.text}</span>
            </label>
          ))}
        </fieldset>
        <WhoSees mine={mine} />
        <Troubled trouble={trouble} />
      </Middle>
      <footer className="ci__foot">
        <Button
          look="primary"
          size="l"
          block
          busy={busy}
          notYet={value === undefined}
          aria-describedby={`${name}-skip`}
          onClick={() => onNext(value)}
        >
          {t("instruments.next1")}
        </Button>
        <div className="row row--between">
          <Button look="quiet" icon="back" onClick={back}>
            {t("ui.back")}
          </Button>
          {skips && (
            <Button look="quiet" id={`${name}-skip`} onClick={() => onNext()}>
              {t("instruments.skip")}
            </Button>
          )}
        </div>
        {!skips && (
          <p className="meta" id={`${name}-skip`}>
            {t("instruments.mustAnswer")}
          </p>
        )}
      </footer>
    </>
  );
}

function WhoSees({ mine }: { mine: MyQuestionnaire }) {
  const names = namesOf(mine.members, mine.you);
  const words = { therapist: names.therapist, partner: names.partner };
  const people = mine.members.map((member) => ({
    ...member,
    on: member.seat === mine.you || member.seat === "therapist",
  }));
  return (
    <Seen people={people} spoken={t("instruments.seen", words)}>
      {rich("instruments.seen", { b: (inner) => <b>{inner}</b> }, words)}
    </Seen>
  );
}

/** Handed in, or not asked any more: one's own answers, and the number if the therapist shows it. */
function Over({ mine }: { mine: MyQuestionnaire }) {
  const { therapist } = namesOf(mine.members, mine.you);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Frame mine={mine}>
      <Middle>
        <h2 className="title" ref={heading} tabIndex={-1}>
          {title(mine, therapist)}
        </h2>
        {mine.state !== "handed-in" && <p>{t("instruments.closed")}</p>}
        {mine.shown && <Shown shown={mine.shown} />}
        <details className="q28__answers">
          <summary>{t("instruments.your")}</summary>
          <dl>
            {mine.items.map((item) => (
              <div key={item.id}>
                <dt>{item.text}</dt>
                <dd>{chosen(mine, item)}</dd>
              </div>
            ))}
          </dl>
        </details>
      </Middle>
      <footer className="ci__foot">
        <Link to="/" className="btn btn--primary btn--l btn--block">
          {t("instruments.toHome")}
        </Link>
      </footer>
    </Frame>
  );
}

function title(mine: MyQuestionnaire, therapist: string): string {
  if (mine.shown) return t("instruments.shownTitle", { therapist });
  return mine.state === "handed-in" ? t("instruments.thanks", { therapist }) : t("instruments.closedTitle");
}

function chosen(mine: MyQuestionnaire, item: MyQuestionnaire["items"][number]): string {
  const value = mine.answers.find((one) => one.item === item.id)?.value;
  return item.answers.find((one) => one.value === value)?.text ?? t("instruments.skipped");
}

function Shown({ shown }: { shown: NonNullable<MyQuestionnaire["shown"]> }) {
  const { min, max } = shown.range;
  return (
    <>
      {shown.score !== undefined && (
        <p>
          <span className="q28__number">{number(shown.score)}</span>{" "}
          {t("instruments.shownRange", { min: number(min), max: number(max) })}
        </p>
      )}
      <p>{t(shown.higherIsBetter ? "instruments.shownBetter" : "instruments.shownWorse")}</p>
      <p>{t("instruments.shownAbout")}</p>
      <p className="meta">{t("instruments.source", { source: shown.source })}</p>
    </>
  );
}

function Frame({ mine, children }: { mine: MyQuestionnaire; children: ReactNode }) {
  return (
    <div className="ci">
      <TopBar title={mine.name} />
      {children}
    </div>
  );
}
