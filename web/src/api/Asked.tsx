import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Broken, NothingHere, WithoutNetwork } from "../identity/pages.tsx";
import { Loading } from "../ui/Loading.tsx";
import { Refused } from "./client.ts";

type Props<T> = {
  of: UseQueryResult<T>;
  children(data: T): ReactNode;
};

/** What was asked, or why it is not there. What is on screen stays when a later answer does not come. */
export function Asked<T>({ of, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error === null) return <Loading />;
  if (!(of.error instanceof Refused)) return <WithoutNetwork again={() => void of.refetch()} />;
  // Forbidden looks like missing: that something exists is private too.
  return of.error.status === 404 || of.error.status === 403 ? <NothingHere /> : <Broken />;
}
