import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { onDoor, Refused } from "../api/client.ts";
import { queries } from "../queries.ts";
import { Loading } from "../ui/Loading.tsx";
import { useIdleLock } from "./idle.ts";
import { Broken, Locked, WithoutNetwork } from "./pages.tsx";
import { type Session, sessionQuery } from "./queries.ts";
import { SignIn } from "./SignIn.tsx";
import { roleOf, SessionContext } from "./session.ts";

/** Lets through whom the server knows. Everybody else sees a page that holds nothing of the app. */
export function Gate() {
  const session = useQuery(sessionQuery);
  useEffect(() => onDoor(shut), []);
  useEffect(() => {
    document.body.dataset.role = session.data && roleOf(session.data) === "client" ? "client" : "staff";
  }, [session.data]);
  const { refetch } = session;
  const again = useCallback(() => void refetch(), [refetch]);
  if (session.error && !session.data) return <Outside error={session.error} again={again} />;
  if (!session.data) return <Loading />;
  return <Inside session={session.data} />;
}

function Inside({ session }: { session: Session }) {
  const locked = useIdleLock(session.idleMinutes);
  useEffect(() => {
    if (locked) forget();
  }, [locked]);
  if (locked) return <Locked />;
  return (
    <SessionContext value={session}>
      <Outlet />
    </SessionContext>
  );
}

function Outside({ error, again }: { error: Error; again(): void }) {
  if (!(error instanceof Refused)) return <WithoutNetwork again={again} />;
  if (error.status === 401) return <SignIn to={location.pathname} />;
  if (error.status === 423) return <Locked />;
  return <Broken />;
}

/** The session ended or locked while the page was open: what was on it goes, what is kept on the device stays sealed. */
function shut(status: 401 | 423): void {
  const state = queries.getQueryState(sessionQuery.queryKey);
  if (state?.error instanceof Refused && state.error.status === status) return;
  if (state?.fetchStatus === "fetching") return;
  forget();
  void queries.resetQueries(sessionQuery);
}

/** What the server has told is no longer on this page, nor the key to what is kept on the device. */
function forget(): void {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
}
