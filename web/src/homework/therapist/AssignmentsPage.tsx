import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { Asked } from "../../api/Asked.tsx";
import { CoupleFrame } from "../../couple/CoupleFrame.tsx";
import type { Couple } from "../../couple/queries.ts";
import { plainDate } from "../../i18n/dates.ts";
import { t } from "../../i18n/t.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { type Assignment, assignmentsQuery } from "../queries.ts";
import { SetHomework } from "./SetHomework.tsx";
import "../homework.css";

const route = getRouteApi("/inside/couples/$id/homework");

/** A couple's homework: what was set, and how far each is. */
export default function AssignmentsPage() {
  const { id } = route.useParams();
  return <CoupleFrame id={id}>{(couple) => <Assignments couple={couple} />}</CoupleFrame>;
}

function Assignments({ couple }: { couple: Couple }) {
  const [sets, setSets] = useState(false);
  const all = useQuery(assignmentsQuery(couple.id));
  return (
    <section className="stack hwt">
      <div className="row row--between">
        <h2 className="subhead">{t("homework.title")}</h2>
        {couple.state === "active" && (
          <Button look="primary" onClick={() => setSets(true)}>
            {t("homework.set")}
          </Button>
        )}
      </div>
      <Asked of={all}>
        {(list) =>
          list.length === 0 ? <p className="meta">{t("homework.noneYet")}</p> : <Table couple={couple} list={list} />
        }
      </Asked>
      <p className="meta">{t("homework.youSee")}</p>
      <SetHomework couple={couple} open={sets} onClose={() => setSets(false)} />
    </section>
  );
}

function Table({ couple, list }: { couple: Couple; list: readonly Assignment[] }) {
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">{t("homework.title")}</th>
          <th scope="col">{t("homework.for")}</th>
          <th scope="col">{t("homework.untilHead")}</th>
          {couple.partners.map(({ seat, name }) => (
            <th key={seat} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">
            <span className="vh">{t("homework.act")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {list.map((each) => (
          <tr key={each.id}>
            <th scope="row" className="voice">
              {each.title}
            </th>
            <td data-label={t("homework.for")}>{forWhom(couple, each)}</td>
            <td data-label={t("homework.untilHead")}>
              {each.until ? plainDate(each.until) : t("homework.untilSession")}
            </td>
            {couple.partners.map(({ seat, name }) => (
              <td key={seat} data-label={name}>
                <PartState of={each} seat={seat} />
              </td>
            ))}
            <td>
              <Link
                to="/couples/$id/homework/$homework"
                params={{ id: couple.id, homework: each.id }}
                className={each.parts.some((part) => part.unread) ? "btn btn--secondary btn--compact" : "btn btn--link"}
                aria-label={`${t(act(each))}: ${each.title}`}
              >
                {t(act(each))}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const act = (each: Assignment) => (each.parts.some((part) => part.unread) ? "homework.readIt" : "homework.lookAgain");

function forWhom(couple: Couple, { together, parts }: Assignment): string {
  if (together) return t("homework.bothTogether");
  const only = parts.length === 1 && couple.partners.length > 1 ? parts[0] : undefined;
  const name = couple.partners.find((partner) => partner.seat === only?.seat)?.name;
  return name === undefined ? t("homework.both") : t("homework.set.only", { name });
}

function PartState({ of, seat }: { of: Assignment; seat: string }) {
  const part = of.parts.find((each) => each.seat === seat);
  if (!part) return <span className="meta">{t("homework.notAsked")}</span>;
  if (of.putAway && part.state !== "talked-about") return <span className="meta">{t("homework.away")}</span>;
  const done = part.state === "handed-in" || part.state === "talked-about";
  return (
    <span className="status">
      {done && <Icon name="check" />}
      {t(`homework.part.${part.state}`)}
    </span>
  );
}
