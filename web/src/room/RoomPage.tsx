import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { Asked } from "../api/Asked.tsx";
import { t } from "../i18n/t.ts";
import { useDevice } from "../identity/device.ts";
import { Broken, NothingHere } from "../identity/pages.tsx";
import { sessionQuery } from "../identity/queries.ts";
import type { Over } from "../live/link.ts";
import type { Device } from "../live/outbox.ts";
import { Loading } from "../ui/Loading.tsx";
import { QuickExit } from "../ui/QuickExit.tsx";
import { DraftsContext } from "./drafts/useDraft.tsx";
import { HereContext } from "./here.ts";
import { type RoomInfo, roomQuery } from "./queries.ts";
import { useRoom } from "./useRoom.ts";
import "./room.css";

const route = getRouteApi("/inside/room/$id");
// A partner's browser never loads what only the therapist needs.
const PartnerRoom = lazy(() => import("./PartnerRoom.tsx"));
const TherapistRoom = lazy(() => import("./TherapistRoom.tsx"));

export default function RoomPage() {
  const { id } = route.useParams();
  const room = useQuery(roomQuery(id));
  const device = useDevice();
  return (
    <Asked of={room}>
      {(info) => (device === undefined ? <Loading /> : <Connected key={info.id} info={info} device={device} />)}
    </Asked>
  );
}

function Connected({ info, device }: { info: RoomInfo; device: Device }) {
  const { view, here, drafts } = useRoom(info, device);
  if (view.link.over !== null) return <Ended over={view.link.over} />;
  const entering = <Entering partner={info.you.startsWith("partner-")} away={view.mood === "away"} />;
  if (here === null) return entering;
  return (
    <HereContext value={here}>
      <DraftsContext value={drafts}>
        <Suspense fallback={entering}>{here.me.startsWith("partner-") ? <PartnerRoom /> : <TherapistRoom />}</Suspense>
      </DraftsContext>
    </HereContext>
  );
}

/** Until the room has answered once. On a bad line that can take a while: it says so, and the way out is there. */
function Entering({ partner, away }: { partner: boolean; away: boolean }) {
  return (
    <div className="roompage">
      {partner && (
        <header className="room__bar room__bar--entering">
          <QuickExit />
        </header>
      )}
      <main className="rcentre" id="main">
        {away ? (
          <div className="rmid" role="status">
            <h1 className="title">{t("room.entering")}</h1>
            <p className="lead">{t("room.entering.text")}</p>
          </div>
        ) : (
          <Loading />
        )}
      </main>
    </div>
  );
}

/** The server wants us not to come back as we are. The gate shows what to do where a sign-in or an unlocking helps. */
export function Ended({ over }: { over: Over }) {
  const queries = useQueryClient();
  const door = over === "signed-out" || over === "locked";
  useEffect(() => {
    if (door) void queries.resetQueries(sessionQuery);
  }, [door, queries]);
  if (door) return <Loading />;
  return over === "broken" ? <Broken /> : <NothingHere />;
}
