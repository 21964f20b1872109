import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Asked } from "../api/Asked.tsx";
import { answer, api, Refused } from "../api/client.ts";
import { dayAt, longDay, time } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { Blank } from "../paper/Blank.tsx";
import { queries } from "../queries.ts";
import { filled } from "../room/exercise.ts";
import { Button } from "../ui/Button.tsx";
import { type At, after, before, whereItGoesOn } from "./checkin.ts";
import { LinePage, type Written } from "./LinePage.tsx";
import { onPaper } from "./onPaper.ts";
import { Middle, type Trouble } from "./parts.tsx";
import { QuestionPage } from "./QuestionPage.tsx";
import { checkinQuery, type MyCheckin } from "./queries.ts";
import { TopBar } from "./TopBar.tsx";
import { namesOf } from "./words.ts";
import "./checkin.css";

/** The week's check-in: one question a screen. */
export default function CheckinPage() {
  const checkin = useQuery(checkinQuery);
  return <Asked of={checkin}>{(data) => <Asking key={data.week} checkin={data} />}</Asked>;
}

function Asking({ checkin }: { checkin: MyCheckin }) {
  const names = namesOf(checkin.members, checkin.you);
  const [at, setAt] = useState<At>(() => whereItGoesOn(checkin));
  const [written, setWritten] = useState<Written>({
    text: checkin.said?.text ?? "",
    reach: checkin.said?.reach ?? "therapist",
  });
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
      await queries.invalidateQueries({ queryKey: checkinQuery.queryKey, exact: true });
      void queries.invalidateQueries({ queryKey: ["home"] });
      setAt(then);
    } catch (failure) {
      setTrouble(failure instanceof Refused && failure.status === 409 ? "closed" : "not-saved");
    } finally {
      setBusy(false);
    }
  }
  const put = (item: string, number?: number) =>
    answer(
      api.PUT("/checkin/{week}/items/{item}", {
        params: { path: { week: checkin.week, item } },
        body: number === undefined ? {} : { number },
      }),
    );
  const shared = { checkin, names, busy, trouble, heading, back: () => setAt(before(at, checkin)) };
  if (!checkin.open) return <NotOpen checkin={checkin} />;
  if (at.page === "begin") {
    return (
      <Frame checkin={checkin} number={-1}>
        <Middle>
          <h2 className="title" ref={heading} tabIndex={-1}>
            {t("checkin.beginTitle")}
          </h2>
          <p className="ci__intro">{filled(checkin.questions.intro, names)}</p>
          <p className="meta">
            {t("checkin.until", { when: dayAt(checkin.closesAt, checkin.zone, checkin.now, true) })}
          </p>
        </Middle>
        <footer className="ci__foot">
          <Button look="primary" size="l" block onClick={() => setAt(after(at, checkin))}>
            {t("checkin.begin")}
          </Button>
          <Blank title={checkin.questions.title} questions={onPaper(checkin.questions, names)} />
        </footer>
      </Frame>
    );
  }
  const item = at.page === "question" ? checkin.questions.items[at.number] : undefined;
  if (at.page === "question" && item) {
    return (
      <Frame checkin={checkin} number={at.number}>
        <QuestionPage
          key={item.id}
          {...shared}
          item={item}
          onNext={(number) => void keep(put(item.id, number), after(at, checkin))}
        />
      </Frame>
    );
  }
  if (at.page === "line" && checkin.questions.line) {
    return (
      <Frame checkin={checkin} number={checkin.questions.items.length - 1}>
        <LinePage
          {...shared}
          line={checkin.questions.line}
          written={written}
          onWrite={setWritten}
          onDone={(sent) => void keep(sent, { page: "thanks" })}
        />
      </Frame>
    );
  }
  return (
    <Frame checkin={checkin} number={checkin.questions.items.length - 1}>
      <Middle>
        <h2 className="title" ref={heading} tabIndex={-1}>
          {filled(checkin.questions.thanks, names)}
        </h2>
        <p className="meta">
          {t("checkin.changeable", { when: dayAt(checkin.closesAt, checkin.zone, checkin.now, true) })}
        </p>
      </Middle>
      <footer className="ci__foot">
        <Link to="/" className="btn btn--primary btn--l btn--block">
          {t("checkin.toHome")}
        </Link>
        <Button look="quiet" onClick={() => setAt({ page: "question", number: 0 })}>
          {t("checkin.look")}
        </Button>
      </footer>
    </Frame>
  );
}

function Frame({ checkin, number, children }: { checkin: MyCheckin; number: number; children: ReactNode }) {
  const all = checkin.questions.items.length;
  return (
    <div className="ci">
      <TopBar title={checkin.questions.title}>
        {number >= 0 && (
          <div
            className="ci__prog"
            role="img"
            aria-label={t("checkin.question", { number: String(number + 1), all: String(all) })}
          >
            {checkin.questions.items.map((item, i) => (
              <i key={item.id} className={i <= number ? "on" : undefined} />
            ))}
          </div>
        )}
      </TopBar>
      {children}
    </div>
  );
}

function NotOpen({ checkin }: { checkin: MyCheckin }) {
  return (
    <div className="ci">
      <TopBar title={checkin.questions.title} />
      <Middle>
        <h2 className="title">{t("checkin.notOpen")}</h2>
        <p>
          {t("checkin.opensOn", {
            day: longDay(checkin.opensAt, checkin.zone),
            time: time(checkin.opensAt, checkin.zone),
          })}
        </p>
      </Middle>
      <footer className="ci__foot">
        <Link to="/" className="btn btn--secondary btn--l btn--block">
          {t("checkin.toHome")}
        </Link>
      </footer>
    </div>
  );
}
