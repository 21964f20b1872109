import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/inside/room/$id");

export default function RoomPage() {
  const { id } = route.useParams();
  return <main id="main" data-room={id} />;
}
