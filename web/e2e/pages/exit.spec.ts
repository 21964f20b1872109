import { expect, test } from "./fixtures.ts";

test("the button ends this browser's session, and Back shows nothing of the page", async ({ page, visit, server }) => {
  await visit("noor", "/");
  const before = server.ended.length;
  await page.getByRole("button", { name: "Quick exit" }).click();
  await page.waitForURL("**/away.html");
  expect(await page.title()).toBe("Weather");
  await expect.poll(() => server.ended.length).toBe(before + 1);
  expect(server.ended.at(-1)).toBe("noor");
  await page.goBack();
  await expect(page.locator("body")).not.toContainText("Noor");
});

test("Escape three times does the same, on every page of a client", async ({ page, visit }) => {
  for (const path of ["/", "/me", "/help"]) {
    await visit("noor", path);
    for (let i = 0; i < 3; i++) await page.keyboard.press("Escape");
    await page.waitForURL("**/away.html");
  }
});

test("two presses are no wish to leave", async ({ page, visit }) => {
  await visit("noor", "/");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Hello, Noor" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/");
});

test("a therapist's Escape is only an Escape", async ({ page, visit }) => {
  await visit("marta", "/");
  for (let i = 0; i < 4; i++) await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Thursday, 14 May" })).toBeVisible();
});
