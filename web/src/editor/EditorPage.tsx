import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Asked } from "../api/Asked.tsx";
import { useDevice } from "../identity/device.ts";
import { NothingHere } from "../identity/pages.tsx";
import { roleOf, useSession } from "../identity/session.ts";
import { Loading } from "../ui/Loading.tsx";
import { Editor } from "./Editor.tsx";
import { type Draft, useDraft } from "./queries.ts";
import { unsaved } from "./useDraftDoc.ts";

const route = getRouteApi("/inside/exercises/drafts/$id");

/** An exercise that is being written. */
export default function EditorPage() {
  const { id } = route.useParams();
  const draft = useDraft(id);
  if (roleOf(useSession()) !== "therapist") return <NothingHere />;
  return <Asked of={draft}>{(found) => <WithDevice key={found.id} draft={found} />}</Asked>;
}

/** Words that only this device has come first, else they would be written over by the first key. */
function WithDevice({ draft }: { draft: Draft }) {
  const device = useDevice();
  const found = useQuery({
    queryKey: ["exercise-on-device", draft.id],
    queryFn: async () => (device ? ((await unsaved(device, draft)) ?? null) : null),
    enabled: device !== undefined,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return found.isPending ? <Loading /> : <Editor draft={draft} found={found.data ?? undefined} />;
}
