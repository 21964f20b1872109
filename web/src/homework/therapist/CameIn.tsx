import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { t } from "../../i18n/t.ts";
import { unreadQuery } from "../queries.ts";

/** What was handed in and waits to be read. Nothing where nothing waits. */
export function CameIn({ couples }: { couples: readonly { id: string; name: string }[] }) {
  const unread = useQuery(unreadQuery).data ?? [];
  if (unread.length === 0) return null;
  return (
    <section className="today__records stack stack--s">
      <h2 className="subhead">{t("homework.cameIn")}</h2>
      <ul className="lines">
        {unread.map(({ couple, homework, title }) => (
          <li key={homework} className="row row--wrap">
            <Link to="/couples/$id/homework/$homework" params={{ id: couple, homework }} className="today__name">
              {title}
            </Link>
            <span className="meta">{couples.find((each) => each.id === couple)?.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
