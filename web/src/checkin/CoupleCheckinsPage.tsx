import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Asked } from "../api/Asked.tsx";
import { CoupleFrame } from "../couple/CoupleFrame.tsx";
import { plainDate } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { Rounds } from "../instruments/Rounds.tsx";
import { CaseCharts } from "./CaseCharts.tsx";
import { Looks } from "./Looks.tsx";
import { type CaseCheckins, caseQuery } from "./queries.ts";
import { ToldLines } from "./ToldLines.tsx";
import "./checkin.css";

const route = getRouteApi("/inside/couples/$id/checkins");

/** A couple's check-ins as they are told to the therapist. */
export default function CoupleCheckinsPage() {
  const { id } = route.useParams();
  return <CoupleFrame id={id}>{() => <Found id={id} />}</CoupleFrame>;
}

function Found({ id }: { id: string }) {
  const checkins = useQuery(caseQuery(id));
  return (
    <Asked of={checkins}>
      {(data) => (
        <div className="cols">
          <div className="stack stack--xl">
            <CaseCharts checkins={data} />
            <After checkins={data} />
            <Rounds id={id} />
          </div>
          <div className="stack stack--xl">
            <Looks id={id} checkins={data} />
            <ToldLines id={id} checkins={data} />
          </div>
        </div>
      )}
    </Asked>
  );
}

function After({ checkins }: { checkins: CaseCheckins }) {
  return (
    <section className="stack">
      <h2 className="subhead">{t("checkin.after")}</h2>
      {checkins.after.length === 0 && <p className="meta">{t("checkin.noAfter")}</p>}
      {checkins.after.map((session) => (
        <table key={session.number} className="tbl aftertbl">
          <caption className="strong">
            {t("checkin.afterOf", { number: String(session.number), day: plainDate(session.on) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("checkin.questionHead")}</th>
              {checkins.partners.map((partner) => (
                <th key={partner.seat} scope="col">
                  {partner.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {checkins.afterQuestions.items.map((item) => (
              <tr key={item.id}>
                <td>{item.prompt}</td>
                {checkins.partners.map(({ seat }) => (
                  <td key={seat} className="num">
                    {session.answers[seat]?.[item.id] ?? t("checkin.gap")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
