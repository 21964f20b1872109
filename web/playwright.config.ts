import { defineConfig } from "@playwright/test";

/** Specs in e2e/pages run against a stand-in with fixed answers, those in e2e/walks against the real server. */
const CHROMIUM = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  workers: 2,
  timeout: 30_000,
  reporter: "list",
  forbidOnly: true,
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: CHROMIUM },
  },
  // All walks go through one demo, one after the other.
  projects: [
    {
      name: "walks",
      testDir: "e2e/walks",
      workers: 1,
      timeout: 240_000,
      expect: { timeout: 15_000 },
      use: { actionTimeout: 15_000 },
    },
    { name: "pages", testDir: "e2e/pages", fullyParallel: true },
    { name: "steps", testMatch: "e2e/*.spec.ts", workers: 1 },
    ...(process.env.SHOTS
      ? [{ name: "looks", testDir: "e2e/looks", workers: 1, timeout: 600_000, use: { actionTimeout: 15_000 } }]
      : []),
  ],
});
