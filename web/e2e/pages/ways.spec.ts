import { expect, isAccessible, test } from "./fixtures.ts";

const COUPLE = "/couples/6b1f0c52-0000-4000-8000-000000000001";

test("a therapist starts a session with the keyboard alone", async ({ page, visit }) => {
  await visit("marta", COUPLE);
  await page.getByRole("link", { name: "Start a session" }).press("Enter");
  await page.getByRole("button", { name: /^Communicate openly/ }).press("Enter");
  await expect(page.getByRole("heading", { name: "Communicate openly", level: 2 })).toBeVisible();
  await page.getByRole("radio", { name: "All in one room" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "By call link" })).toBeChecked();
  const asked = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name: "Start the session" }).press("Enter");
  expect((await asked).postDataJSON()).toEqual({ place: "call", exercise: "communicate-openly" });
  await page.waitForURL("**/room/*");
});

test("level 3 asks first whether both want it today", async ({ page, visit }) => {
  await visit("marta", `${COUPLE}/start`);
  await page.getByRole("button", { name: /^Repair and forgive/ }).click();
  const start = page.getByRole("button", { name: "Start the session" });
  await expect(start).toHaveAttribute("aria-disabled", "true");
  await expect(start).toHaveAccessibleDescription("Ask each alone first.");
  await page.getByRole("checkbox", { name: /I have asked each alone/ }).check();
  await expect(start).not.toHaveAttribute("aria-disabled");
});

test("what is above a couple's ceiling cannot be started, and the therapist reads why", async ({ page, visit }) => {
  await visit("marta", "/couples/6b1f0c52-0000-4000-8000-000000000006/start");
  await page.getByRole("button", { name: /^Communicate openly/ }).click();
  await expect(page.getByText("Not now. Speak with each alone first.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Start the session" })).toHaveAttribute("aria-disabled", "true");
  await isAccessible(page);
  await page.getByRole("button", { name: /^What trust gives us/ }).click();
  await expect(page.getByRole("button", { name: "Start the session" })).not.toHaveAttribute("aria-disabled");
});

test("before the door opens the way in says when, and keeps the focus", async ({ page, visit }) => {
  await visit("noor", "/");
  const room = page.getByRole("button", { name: "Go to the room" });
  await expect(room).toHaveAttribute("aria-disabled", "true");
  await expect(room).toHaveAccessibleDescription("The door opens at 14:20. You can wait there alone.");
  await room.focus();
  await expect(room).toBeFocused();
});

test("a partner finds nothing of a therapist's, and loads none of its code", async ({ page, visit }) => {
  const loaded: string[] = [];
  page.on("response", (response) => loaded.push(response.url()));
  await visit("noor", "/");
  await visit("noor", "/me");
  expect(loaded.filter((url) => /Today|Couple|Library|Exercises|Session/.test(url))).toEqual([]);
  await visit("noor", COUPLE);
  await expect(page.getByRole("heading", { name: "There is nothing here." })).toBeVisible();
});

test("a theme is kept in this browser, and nothing else is", async ({ page, visit }) => {
  await visit("noor", "/me");
  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const kept = await page.evaluate(() => [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]);
  expect(kept).toEqual(['{"theme":"dark"}', "{}"]);
});

test("the first stop of the keyboard skips to the page", async ({ page, visit }) => {
  await visit("marta", "/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the main part" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("the title never says where one is", async ({ page, visit }) => {
  for (const [who, path] of [["noor", "/"] as const, ["marta", COUPLE] as const, ["nobody", "/help"] as const]) {
    await visit(who, path);
    expect(await page.title()).toBe("Accord");
  }
});

test("without a network help still comes, and a page says that the words are kept", async ({
  page,
  visit,
  context,
}) => {
  await visit("noor", "/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.goto(new URL("/help", page.url()).href);
  await expect(page.getByRole("heading", { name: /If you are in danger now/ })).toBeVisible();
  await page.goto(new URL("/", page.url()).href);
  await expect(page.getByRole("heading", { name: /Your words are kept here/ })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "Hello, Noor" })).toBeVisible();
});

test("a browser that keeps no cookie is told so before it signs in", async ({ page, visit }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, "cookie", { get: () => "", set: () => undefined });
  });
  await visit("nobody", "/");
  await expect(page.getByRole("heading", { name: "This browser keeps no cookie." })).toBeVisible();
  await isAccessible(page);
});

test("a session that locks while the page is open empties the page", async ({ page, visit, context, server }) => {
  await visit("marta", "/");
  await context.addCookies([{ name: "who", value: "locked", url: server.address }]);
  await page.getByRole("link", { name: "Exercises" }).click();
  await expect(page.getByRole("heading", { name: "Locked while you were away" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Noor");
});

test("a page that is left alone empties itself, and asking the server does not keep it awake", async ({
  page,
  visit,
}) => {
  await page.clock.install();
  await visit("noor", "/");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.clock.fastForward("14:00");
  await expect(page.getByRole("heading", { name: "Hello, Noor" })).toBeVisible();
  await page.clock.fastForward("02:00");
  await expect(page.getByRole("heading", { name: "Locked while you were away" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Daniel");
  expect(asked).toEqual([]);
});
