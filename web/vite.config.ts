import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compressed } from "./scripts/compressed.mjs";
import { serviceWorker } from "./scripts/service-worker.mjs";
import { words } from "./scripts/words.mjs";

export default defineConfig({
  plugins: [react(), words(), serviceWorker(), compressed()],
  build: {
    target: "es2023",
    sourcemap: false, // a map would hand our comments and names to whoever opens the tools of a shared computer
    assetsInlineLimit: 0, // data: addresses are forbidden by the content policy
    manifest: "files.json",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: { proxy: { "/api": { target: "http://localhost:8080", ws: true }, "/auth": "http://localhost:8080" } },
  // No test changes what another one sees, so they share their modules.
  test: { include: ["src/**/*.test.{ts,tsx}", "scripts/*.test.mjs"], isolate: false },
});
