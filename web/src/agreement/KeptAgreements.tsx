import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { t } from "../i18n/t.ts";
import { agreementsQuery } from "./queries.ts";
import { Weeks, weeksText } from "./Weeks.tsx";

/** On the page of progress: the agreements that hold, and how their weeks went. */
export function KeptAgreements() {
  const all = useQuery(agreementsQuery).data;
  const kept = all?.agreements.filter((one) => one.state === "in-force") ?? [];
  if (!all || kept.length === 0) return null;
  return (
    <section className="stack">
      <h2 className="heading">{t("agreements.keptTitle")}</h2>
      <ul className="agl">
        {kept.map((one) => (
          <li key={one.id}>
            <Link to="/agreements/$id" params={{ id: one.id }} className="agl__title voice">
              {one.title}
            </Link>
            <Weeks agreement={one} week={all.week} />
            <p className="meta">{weeksText(one)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
