import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { t } from "../i18n/t.ts";
import { Icon } from "../ui/Icon.tsx";
import { asksMark, asksReview } from "./agreements.ts";
import { agreementsQuery } from "./queries.ts";

/** On a partner's first page: one's own mark of this week, and a day to look again that has come. Nothing of the other. */
export function AgreementLines() {
  const all = useQuery(agreementsQuery).data;
  if (!all) return null;
  const marks = all.agreements.filter(asksMark);
  const reviews = all.agreements.filter((one) => asksReview(one, all));
  const first = marks[0];
  if (!first && reviews.length === 0) return null;
  return (
    <ul>
      {reviews.map((one) => (
        <li key={one.id}>
          <Link to="/agreements/$id/look" params={{ id: one.id }} className="linkrow">
            <Words title={one.title} about={t("agreements.homeLook")} />
          </Link>
        </li>
      ))}
      {first && (
        <li>
          <Link to="/agreements/$id/week" params={{ id: first.id }} className="linkrow">
            <Words title={t("agreements.homeMark")} about={t("agreements.homeMarkAbout", { n: marks.length })} />
          </Link>
        </li>
      )}
    </ul>
  );
}

function Words({ title, about }: { title: string; about: string }) {
  return (
    <>
      <Icon name="agreement" />
      <span>
        <span className="strong">{title}</span>
        <br />
        <span className="meta">{about}</span>
      </span>
      <Icon name="forward" />
    </>
  );
}
