import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Asked } from "../api/Asked.tsx";
import { t } from "../i18n/t.ts";
import { useDevice } from "../identity/device.ts";
import { HelpLink } from "../identity/PublicFrame.tsx";
import type { Device } from "../live/outbox.ts";
import { DraftsContext } from "../room/drafts/useDraft.tsx";
import { HereContext } from "../room/here.ts";
import { LineState, Reconnecting } from "../room/Line.tsx";
import type { RoomInfo } from "../room/queries.ts";
import { Ended } from "../room/RoomPage.tsx";
import { useRoom } from "../room/useRoom.ts";
import { Icon } from "../ui/Icon.tsx";
import { Loading } from "../ui/Loading.tsx";
import { Main, SkipLink } from "../ui/Page.tsx";
import { QuickExit } from "../ui/QuickExit.tsx";
import { type TaskInfo, taskQuery } from "./queries.ts";
import { Work } from "./Work.tsx";
import "../room/room.css";
import "./homework.css";

const route = getRouteApi("/inside/homework/$id");
const LONG_AGO = new Date(0).toISOString();

/** One task. What is written in it goes the same way as in a session: kept on the device first, sent when it can be. */
export default function TaskPage() {
  const { id } = route.useParams();
  const task = useQuery(taskQuery(id));
  const device = useDevice();
  return (
    <Asked of={task}>
      {(info) => (device === undefined ? <Loading /> : <Connected key={info.id} task={info} device={device} />)}
    </Asked>
  );
}

/** As the room's page knows a room. This one is always open. */
function infoOf(task: TaskInfo): RoomInfo {
  const { id, you, members, secrets, zone, together } = task;
  const open = { startsAt: LONG_AGO, doorsOpenAt: LONG_AGO, state: "open" as const, exercises: [] };
  return { id, you, members, secrets, zone, ...open, days: together ? "together" : "alone" };
}

function Connected({ task, device }: { task: TaskInfo; device: Device }) {
  const { view, here, drafts } = useRoom(infoOf(task), device);
  if (view.link.over !== null) return <Ended over={view.link.over} />;
  if (here === null) {
    return (
      <Frame>
        <Loading />
      </Frame>
    );
  }
  return (
    <HereContext value={here}>
      <DraftsContext value={drafts}>
        <Frame state={<LineState always />}>
          <Reconnecting />
          <Work task={task} />
        </Frame>
      </DraftsContext>
    </HereContext>
  );
}

function Frame({ state, children }: { state?: ReactNode; children: ReactNode }) {
  return (
    <div className="hw__page">
      <SkipLink />
      <header className="hw__bar">
        <Link to="/homework" className="btn btn--quiet btn--icon" aria-label={t("homework.back")}>
          <Icon name="back" />
        </Link>
        {state}
        <span className="push" />
        <HelpLink />
        <QuickExit />
      </header>
      <Main className="hw">{children}</Main>
    </div>
  );
}
