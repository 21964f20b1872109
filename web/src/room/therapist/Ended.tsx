import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { useHere } from "../here.ts";
import { refusedText } from "../refused.ts";
import type { Outcome } from "../steps/props.ts";

const CAN_BE_TAKEN_BACK = 60_000;

/** The session is over; for a minute it can go on as if nothing had been. */
export function Ended() {
  const { room, now, send, info } = useHere();
  const [outcome, setOutcome] = useState<Outcome>("done");
  const [, tick] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const left = Date.parse(room.closedAt ?? "") + CAN_BE_TAKEN_BACK - now();
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => tick((count) => count + 1), left + 50);
    return () => clearTimeout(timer);
  }, [left]);
  const why = refusedText(outcome);
  return (
    <div className="af">
      <header className="af__top" />
      <main className="afm afm--mid" id="main" tabIndex={-1}>
        <h1 className="title" tabIndex={-1} ref={heading}>
          {t("leading.ended")}
        </h1>
        <p className="lead">{t("leading.ended.text")}</p>
        <div className="acts">
          {left > 0 && (
            <Button onClick={() => void send({ type: "TakeBackClose", data: {} }).then(setOutcome)}>
              {t("leading.ended.takeBack")}
            </Button>
          )}
          {info.coupleId ? (
            <Link to="/couples/$id" params={{ id: info.coupleId }} className="btn btn--primary">
              {t("leading.ended.couple")}
            </Link>
          ) : (
            <Link to="/" className="btn btn--primary">
              {t("leading.backToToday")}
            </Link>
          )}
        </div>
        {left > 0 && <p className="meta">{t("leading.ended.minute")}</p>}
        {why && <FieldError id="ended-why">{why}</FieldError>}
      </main>
    </div>
  );
}
