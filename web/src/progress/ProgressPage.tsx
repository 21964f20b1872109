import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { KeptAgreements } from "../agreement/KeptAgreements.tsx";
import { Asked } from "../api/Asked.tsx";
import { Charts, Sharing } from "../checkin/Charts.tsx";
import { chartsQuery } from "../checkin/queries.ts";
import { rich, t } from "../i18n/t.ts";
import { PartnerFrame } from "../partner/Frame.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Seen } from "../ui/Seen.tsx";
import { Done, Learned, Wins } from "./Kept.tsx";
import { NewestLetter } from "./Letters.tsx";
import { OnPaper } from "./OnPaper.tsx";
import { type Progress, progressQuery } from "./queries.ts";
import "./progress.css";

/** What the couple has built, and what each shares of the check-ins. */
export default function ProgressPage() {
  const progress = useQuery(progressQuery);
  return (
    <PartnerFrame className="progress">
      <Asked of={progress}>{(data) => <Page progress={data} />}</Asked>
    </PartnerFrame>
  );
}

function Page({ progress }: { progress: Progress }) {
  const charts = useQuery(chartsQuery).data;
  return (
    <>
      <div className="row row--between row--wrap">
        <h1 className="title">{t("progress.title")}</h1>
        <Seen people={progress.members.map((one) => ({ ...one, on: true }))} spoken={t("progress.seenSpoken")}>
          {rich(progress.members.length === 3 ? "progress.seen" : "progress.seenMore", {
            b: (words) => <b>{words}</b>,
          })}
        </Seen>
      </div>
      <div className="progress__letter">
        <NewestLetter progress={progress} />
        {progress.letters.length > 1 && (
          <Link to="/letters" className="btn btn--link">
            {t("progress.earlier")}
          </Link>
        )}
      </div>
      {charts && <Charts charts={charts} />}
      <KeptAgreements />
      <div className="progress__split">
        <Wins
          progress={progress}
          beside={
            progress.open && (
              <Link to="/progress/win" className="btn btn--secondary btn--compact">
                <Icon name="plus" />
                {t("progress.add")}
              </Link>
            )
          }
        />
        <Learned progress={progress} />
      </div>
      <Done progress={progress} />
      {charts && <Sharing charts={charts} />}
      <OnPaper to="/api/progress/pdf" />
    </>
  );
}
