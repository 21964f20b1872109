import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { t } from "../i18n/t.ts";
import { Icon } from "../ui/Icon.tsx";
import { mineQuery } from "./queries.ts";

/** What a partner's first page says of questionnaires: something only while there is something. */
export function QuestionnaireLines({ therapist }: { therapist: string }) {
  const { data = [] } = useQuery(mineQuery);
  if (data.length === 0) return null;
  return (
    <ul>
      {data.map((line) => (
        <li key={line.id}>
          <Link to="/questionnaires/$id" params={{ id: line.id }} className="linkrow">
            <Icon name="notes" />
            <span className="stack stack--xs">
              <span className="strong">{line.name}</span>
              <span className="meta">
                {line.shown
                  ? t("instruments.homeShown", { therapist })
                  : line.begun
                    ? t("instruments.homeBegun")
                    : t("instruments.homeLine", { therapist })}
              </span>
            </span>
            <Icon name="forward" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
