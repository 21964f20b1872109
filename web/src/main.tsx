import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { speak } from "./i18n/t.ts";
import { queries } from "./queries.ts";
import { router } from "./routes.tsx";
import { startServiceWorker } from "./service-worker.ts";
import { emptyWhenLeft } from "./ui/quick-exit.ts";
import { showTheme } from "./ui/theme.ts";
import "./ui/ui.css";

showTheme();
emptyWhenLeft();
await speak("en");
createRoot(document.getElementById("root") as HTMLElement).render(
  <QueryClientProvider client={queries}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
);
startServiceWorker();
