import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Asked } from "../api/Asked.tsx";
import { t } from "../i18n/t.ts";
import { CoupleFrame } from "./CoupleFrame.tsx";
import { type Couple, sessionsQuery } from "./queries.ts";
import { SessionTable } from "./SessionTable.tsx";

const route = getRouteApi("/inside/couples/$id/sessions");

/** All sessions of a couple. */
export default function SessionsPage() {
  const { id } = route.useParams();
  return <CoupleFrame id={id}>{(couple) => <Sessions couple={couple} />}</CoupleFrame>;
}

function Sessions({ couple }: { couple: Couple }) {
  const sessions = useQuery(sessionsQuery(couple.id));
  return (
    <section className="stack sessions__all">
      <h2 className="subhead">{t("couple.sessions")}</h2>
      <Asked of={sessions}>{(data) => <SessionTable couple={couple.id} sessions={data} zone={couple.zone} />}</Asked>
    </section>
  );
}
