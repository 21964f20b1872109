import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Asked } from "../api/Asked.tsx";
import { t } from "../i18n/t.ts";
import { useDevice } from "../identity/device.ts";
import { HelpLink } from "../identity/PublicFrame.tsx";
import { NothingHere } from "../identity/pages.tsx";
import type { Device } from "../live/outbox.ts";
import { DraftsContext } from "../room/drafts/useDraft.tsx";
import { HereContext, useHere } from "../room/here.ts";
import { LineState, Reconnecting } from "../room/Line.tsx";
import type { RoomInfo } from "../room/queries.ts";
import { Ended } from "../room/RoomPage.tsx";
import { StepView, useRunning } from "../room/Stage.tsx";
import { useRoom } from "../room/useRoom.ts";
import { Icon } from "../ui/Icon.tsx";
import { Loading } from "../ui/Loading.tsx";
import { Main, SkipLink } from "../ui/Page.tsx";
import { QuickExit } from "../ui/QuickExit.tsx";
import { type Agreements, agreementsQuery } from "./queries.ts";
import "../room/room.css";
import "./agreement.css";

const route = getRouteApi("/inside/agreements/$id/words");
const LONG_AGO = new Date(0).toISOString();
const HERE = () => {};

/** The text while it is open: written and signed as in a session, whenever each likes. */
export default function WordsPage() {
  const { id } = route.useParams();
  const all = useQuery(agreementsQuery);
  const device = useDevice();
  return (
    <Asked of={all}>
      {(data) =>
        data.agreements.every((one) => one.id !== id) ? (
          <NothingHere />
        ) : device === undefined ? (
          <Loading />
        ) : (
          <Connected key={id} info={infoOf(id, data)} device={device} />
        )
      }
    </Asked>
  );
}

/** As the room's page knows a room. This one is always open. */
function infoOf(id: string, { you, members, secrets, zone }: Agreements): RoomInfo {
  return { id, you, members, secrets, zone, startsAt: LONG_AGO, doorsOpenAt: LONG_AGO, state: "open", exercises: [] };
}

function Connected({ info, device }: { info: RoomInfo; device: Device }) {
  const { view, here, drafts } = useRoom(info, device);
  if (view.link.over !== null) return <Ended over={view.link.over} />;
  if (here === null) {
    return (
      <Frame id={info.id}>
        <Loading />
      </Frame>
    );
  }
  return (
    <HereContext value={here}>
      <DraftsContext value={drafts}>
        <Frame id={info.id} state={<LineState always />}>
          <Reconnecting />
          <Words id={info.id} />
        </Frame>
      </DraftsContext>
    </HereContext>
  );
}

function Words({ id }: { id: string }) {
  const { room } = useHere();
  const running = useRunning();
  const step = running?.run.current;
  if (!running || !step) return <Loading />;
  if (room.lasting.ended) {
    return (
      <p className="lead">
        {t("agreements.hasEnded")}{" "}
        <Link to="/agreements/$id" params={{ id }}>
          {t("agreements.backToIt")}
        </Link>
      </p>
    );
  }
  return (
    <>
      <StepView side="Partner" running={running} step={step} arrived={HERE} />
      <p className="meta">
        {t("agreements.wordsAbout")}{" "}
        <Link to="/agreements/$id" params={{ id }}>
          {t("agreements.backToIt")}
        </Link>
      </p>
    </>
  );
}

function Frame({ id, state, children }: { id: string; state?: ReactNode; children: ReactNode }) {
  return (
    <div className="ag__page">
      <SkipLink />
      <header className="ag__bar">
        <Link
          to="/agreements/$id"
          params={{ id }}
          className="btn btn--quiet btn--icon"
          aria-label={t("agreements.backToIt")}
        >
          <Icon name="back" />
        </Link>
        {state}
        <span className="push" />
        <HelpLink />
        <QuickExit />
      </header>
      <Main className="ag__words">{children}</Main>
    </div>
  );
}
