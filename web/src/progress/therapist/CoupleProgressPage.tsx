import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Asked } from "../../api/Asked.tsx";
import { CoupleFrame } from "../../couple/CoupleFrame.tsx";
import { t } from "../../i18n/t.ts";
import { Done, Learned, Wins } from "../Kept.tsx";
import { NewestLetter, therapistOf } from "../Letters.tsx";
import { OnPaper } from "../OnPaper.tsx";
import { coupleProgressQuery, type Progress } from "../queries.ts";
import { WriteLetter } from "./WriteLetter.tsx";
import "../progress.css";

const route = getRouteApi("/inside/couples/$id/progress");

/** What the couple finds under Progress, and the letter to it. */
export default function CoupleProgressPage() {
  const { id } = route.useParams();
  return <CoupleFrame id={id}>{() => <Found id={id} />}</CoupleFrame>;
}

function Found({ id }: { id: string }) {
  const progress = useQuery(coupleProgressQuery(id));
  return (
    <Asked of={progress}>
      {(data) => (
        <div className="cols">
          <div className="stack stack--xl">
            <h2 className="vh">{t("progress.coupleTitle")}</h2>
            {data.you === "therapist" ? <WriteLetter couple={id} progress={data} /> : <ReadAlong progress={data} />}
            <Wins progress={data} />
            <Learned progress={data} />
            <Done progress={data} />
            <OnPaper to={`/api/couples/${id}/progress/pdf`} />
          </div>
          {data.you === "therapist" && <Before progress={data} />}
        </div>
      )}
    </Asked>
  );
}

function ReadAlong({ progress }: { progress: Progress }) {
  return (
    <section className="stack">
      <NewestLetter progress={progress} />
      <p className="meta">{t("progress.coLetters", { therapist: therapistOf(progress) })}</p>
    </section>
  );
}

/** A letter is read by both: what only one has told does not belong in it (R10). */
function Before({ progress }: { progress: Progress }) {
  const names = progress.members.filter((one) => one.seat.startsWith("partner-")).map((one) => one.name);
  const spoken = names.reduce((one, other) => t("progress.or", { one, other }));
  return (
    <aside className="stack stack--l">
      <section className="paper stack">
        <h2 className="subhead">{t("progress.before")}</h2>
        <p className="small">{t("progress.beforeText", { names: spoken })}</p>
      </section>
    </aside>
  );
}
