import { existsSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { colourFindings, findings } from "../axe.ts";
import type { Person } from "../stand-in/answers.ts";
import { ROOM, RoomStandIn, type Scene } from "../stand-in/room.ts";
import { BLANK, type StandIn, standIn } from "../stand-in/server.ts";

/** Maven builds into the class path; by hand it is `npm run build`. */
const BUILT = [process.env.ACCORD_WEBROOT, join("..", "target", "classes", "webroot"), "dist"].find(
  (folder) => folder !== undefined && existsSync(join(folder, "index.html")),
);

type Worker = { server: StandIn };
type Each = {
  /** Opens a page as somebody, in this theme. */
  visit(person: Person, path: string, theme?: "light" | "dark"): Promise<void>;
  /** Opens the room in which this is so, as who has that seat. */
  enter(scene: Scene): Promise<RoomStandIn>;
  /** What the page did that a security header forbids, or asked of somebody else. */
  offences: string[];
};

export const test = base.extend<Each, Worker>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed
    async ({}, use) => {
      if (BUILT === undefined) throw new Error("The app is not built: npm run build.");
      const server = await standIn(BUILT);
      await use(server);
      server.close();
    },
    { scope: "worker" },
  ],
  visit: async ({ page, server, context }, use) => {
    await use(async (person, path, theme = "light") => {
      await page.emulateMedia({ colorScheme: theme });
      await context.addCookies([{ name: "who", value: person, url: server.address }]);
      await page.goto(server.address + path);
      await page.locator("h1").first().waitFor();
      await page.evaluate(() => document.fonts.ready);
    });
  },
  enter: async ({ page, server, visit }, use) => {
    await use(async (scene) => {
      const room = new RoomStandIn(scene);
      await room.on(page, server);
      await visit(scene.seat === "therapist" ? "marta" : "noor", `/room/${ROOM}`);
      return room;
    });
    server.room = undefined;
  },
  offences: [
    async ({ page, server }, use) => {
      const found: string[] = [];
      await page.addInitScript(() => {
        addEventListener("securitypolicyviolation", (e) =>
          console.error(`forbidden: ${e.effectiveDirective} ${e.sample}`),
        );
      });
      page.on("pageerror", (error) => found.push(error.message));
      page.on("console", (line) => {
        const expected = /status of (401|404|409|423)|ERR_INTERNET_DISCONNECTED/.test(line.text());
        if (line.type() === "error" && !expected) found.push(line.text());
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(server.address)) found.push(`asked somebody else: ${request.url()}`);
      });
      await use(found);
      expect(found).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * For looks that leave nothing behind but what a browser keeps: one page after the other in one window, since a new one
 * costs more than the look. Each finds what a browser keeps empty.
 */
export const lasting = test.extend<object, { window: Page }>({
  window: [
    async ({ browser }, use) => {
      // Nothing here goes on without a network, so nothing is laid by for it.
      const context = await browser.newContext({
        locale: "en-GB",
        timezoneId: "Europe/Berlin",
        reducedMotion: "reduce",
        serviceWorkers: "block",
      });
      await use(await context.newPage());
      await context.close();
    },
    { scope: "worker" },
  ],
  context: ({ window }, use) => use(window.context()),
  page: async ({ window, server }, use) => {
    await use(window);
    await window.goto(server.address + BLANK);
    await window.context().clearCookies();
    const devtools = await window.context().newCDPSession(window);
    await devtools.send("Storage.clearDataForOrigin", { origin: server.address, storageTypes: "all" });
    await devtools.detach();
    await window.unrouteAll();
    window.removeAllListeners();
  },
});

export { expect };

/** Nothing that WCAG 2.2 A and AA or best practice would find, and no sideways scroll. */
export async function isAccessible(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([]);
}

/** The page as it stands, in the light and in the dark. */
export async function inBothThemes(page: Page, name: string): Promise<void> {
  for (const [colorScheme, look] of [
    ["light", findings],
    ["dark", colourFindings],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await picture(page, `${name}-${colorScheme}`);
    expect(await look(page)).toEqual([]);
  }
}

/** With SHOTS set, a picture of the page goes there. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true });
}
