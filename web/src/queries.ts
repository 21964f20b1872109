import { QueryClient } from "@tanstack/react-query";
import { Unreachable } from "./api/client.ts";

/** What the server has, as this page knows it. Never kept beyond the page. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 5 * 60_000,
      retry: (count, error) => error instanceof Unreachable && count < 2,
    },
  },
});
