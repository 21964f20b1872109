import { type ReactNode, useEffect, useRef } from "react";
import { t } from "../i18n/t.ts";
import { QuickExit } from "../ui/QuickExit.tsx";
import { Seats } from "../ui/Seats.tsx";
import { useHere } from "./here.ts";
import { isPartner } from "./names.ts";

/** The whole page, for all three. It does not say who asked. */
export function Pause({ after, acts }: { after: string; acts: ReactNode }) {
  const { people, me } = useHere();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const everyone = people.every((each) => each.here);
  return (
    <main className="pausebox" id="main">
      <div className="ptop">
        <span className="row pwho">
          <Seats people={people.map((each) => ({ ...each, on: each.here }))} size="s" />
          <span className="meta">{everyone ? t("room.pause.everyone") : ""}</span>
        </span>
        {isPartner(me) && <QuickExit />}
      </div>
      <div className="pmid">
        <svg className="breath" viewBox="0 -2 36 30" aria-hidden="true">
          <circle className="breath__halo" cx="18" cy="13" r="14.5" />
          <path className="breath__1" d="M5.5 17.5A9 9 0 1 1 22.3 13.2" />
          <path className="breath__2" d="M30.5 8.5A9 9 0 1 1 13.7 12.8" />
        </svg>
        <h1 className="display" tabIndex={-1} ref={heading}>
          {t("room.pause")}
        </h1>
        <p className="voice voice--l">{t("room.pause.breathe")}</p>
        <p className="meta">{after}</p>
      </div>
      <div className="acts pacts">{acts}</div>
    </main>
  );
}
