import { getRouteApi } from "@tanstack/react-router";
import { Library } from "../exercise/Library.tsx";
import { NothingHere } from "../identity/pages.tsx";
import { roleOf, useSession } from "../identity/session.ts";
import { StaffFrame } from "../practice/Frame.tsx";

const route = getRouteApi("/inside/couples/$id/start");

/** Starting a session with a couple: with an exercise, or just to talk. */
export default function StartSessionPage() {
  const { id } = route.useParams();
  if (roleOf(useSession()) !== "therapist") return <NothingHere />;
  return (
    <StaffFrame>
      <Library couple={id} />
    </StaffFrame>
  );
}
