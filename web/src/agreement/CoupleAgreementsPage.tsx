import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Asked } from "../api/Asked.tsx";
import { CoupleFrame } from "../couple/CoupleFrame.tsx";
import { plainDate } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { Icon } from "../ui/Icon.tsx";
import { writtenText } from "./AgreementsPage.tsx";
import { holding, isInForce, isWritten } from "./agreements.ts";
import { nameAt } from "./parts.tsx";
import { type Agreement, type Agreements, ofCoupleQuery } from "./queries.ts";
import { Weeks } from "./Weeks.tsx";
import "./agreement.css";

const route = getRouteApi("/inside/couples/$id/agreements");

/** A couple's agreements for its therapist, who reads along and does not sign. */
export default function CoupleAgreementsPage() {
  const { id } = route.useParams();
  return <CoupleFrame id={id}>{() => <Tables id={id} />}</CoupleFrame>;
}

function Tables({ id }: { id: string }) {
  const all = useQuery(ofCoupleQuery(id));
  return (
    <Asked of={all}>
      {(data) => (
        <div className="agt">
          <div className="stack stack--xl">
            {data.agreements.length === 0 && <p className="meta">{t("agreements.noneYet")}</p>}
            <InForce all={data} list={data.agreements.filter(isInForce)} />
            <Others name="agreements.beingWritten" list={data.agreements.filter(isWritten)} />
            <Others name="agreements.earlier" list={data.agreements.filter((one) => one.state === "ended")} />
          </div>
          {data.secrets !== "no-secrets" && <Singles all={data} />}
        </div>
      )}
    </Asked>
  );
}

function InForce({ all, list }: { all: Agreements; list: readonly Agreement[] }) {
  if (list.length === 0) return null;
  return (
    <section>
      <h2 className="subhead">{t("agreements.inForce")}</h2>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t("agreements.agreement")}</th>
            <th scope="col">{t("agreements.version")}</th>
            <th scope="col">{t("agreements.marksShown")}</th>
            <th scope="col">{t("agreements.lookedAgain")}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Text one={one} />
              </th>
              <td data-label={t("agreements.version")}>{t("agreements.signedByBoth", { n: one.versions.length })}</td>
              <td data-label={t("agreements.marksShown")}>
                <Weeks agreement={one} week={all.week} />
              </td>
              <td data-label={t("agreements.lookedAgain")}>{one.lookOn && plainDate(one.lookOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Text({ one }: { one: Agreement }) {
  const lines = one.textOpen ? one.lines.map((line) => line.text) : holding(one);
  return (
    <details>
      <summary>{one.title}</summary>
      <ol className="agt__lines">
        {lines.map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ol>
    </details>
  );
}

function Others({
  name,
  list,
}: {
  name: "agreements.beingWritten" | "agreements.earlier";
  list: readonly Agreement[];
}) {
  if (list.length === 0) return null;
  return (
    <section>
      <h2 className="subhead">{t(name)}</h2>
      <table className="tbl">
        <tbody>
          {list.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Text one={one} />
              </th>
              <td>{one.endedOn ? t("agreements.endedOn", { day: plainDate(one.endedOn) }) : writtenText(one)}</td>
              <td>
                {!one.endedOn && (
                  <span className="status">
                    <Icon name="pen" />
                    {t("agreements.readAlong")}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** As each gave them. Nothing of this is on a page of theirs. */
function Singles({ all }: { all: Agreements }) {
  const marked = all.agreements.filter((one) => one.singles.length > 0);
  return (
    <aside className="paper stack">
      <h2 className="subhead">{t("agreements.onlyYou")}</h2>
      <p className="meta">{t(marked.length === 0 ? "agreements.noSingles" : "agreements.singles")}</p>
      {marked.map((one) => (
        <div key={one.id} className="stack stack--s">
          <h3 className="label">{one.title}</h3>
          <dl className="facts">
            {all.members
              .filter((member) => one.singles.some((single) => single.seat === member.seat))
              .map((member) => (
                <div key={member.seat} className="agt__single">
                  <dt>{nameAt(all, member.seat)}</dt>
                  <dd>
                    {one.singles
                      .filter((single) => single.seat === member.seat)
                      .slice(-8)
                      .map((single) =>
                        t(single.week === all.week ? "agreements.singleNow" : "agreements.single", {
                          mark: t(`agreements.${single.mark}`),
                        }),
                      )
                      .join(", ")}
                  </dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </aside>
  );
}
