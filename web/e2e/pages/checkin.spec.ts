import { expect, picture, test } from "./fixtures.ts";

const FIRST = "How close to Daniel did you feel this week?";
const SECOND = "How much could you rely on Daniel this week?";

test("a check-in goes from question to question, back again, and ends with thanks", async ({ page, visit }) => {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT") sent.push(`${new URL(request.url()).pathname} ${request.postData()}`);
  });
  await visit("noor", "/checkin");
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("heading", { name: FIRST })).toBeFocused();
  await expect(page.getByText("All of you see this number from Monday on")).toBeVisible();
  // Nothing is chosen beforehand, and without a choice there is no next.
  await page.getByRole("button", { name: "Next" }).click({ force: true });
  await expect(page.getByRole("heading", { name: FIRST })).toBeVisible();
  await page.getByRole("radio", { name: "7" }).check({ force: true });
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: SECOND })).toBeFocused();
  await expect(page.getByText("while both of you share it")).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByRole("heading", { name: FIRST })).toBeVisible();
  await page.getByRole("button", { name: "Skip this one" }).click();
  for (let question = 2; question <= 5; question++) await page.getByRole("button", { name: "Skip this one" }).click();
  const line = page.getByRole("textbox", { name: "One thing from this week that is worth saying" });
  await line.fill("x".repeat(290));
  await expect(page.getByText("This is 10 characters too long. Nothing is lost.")).toBeVisible();
  await line.fill("We laughed on Sunday.");
  await expect(
    page.locator(".seen").getByText("You and Marta can read this, from Monday on. Daniel never does."),
  ).toBeVisible();
  await page.getByText("Only me").click();
  await expect(page.locator(".seen").getByText("Only you can read this.")).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { name: "Thank you. That was all." })).toBeFocused();
  expect(sent[0]).toBe('/api/checkin/2026-05-11/items/closeness {"number":7}');
  expect(sent[1]).toBe("/api/checkin/2026-05-11/items/closeness {}");
  expect(sent.at(-1)).toBe('/api/checkin/2026-05-11/line {"text":"We laughed on Sunday.","reach":"me"}');
});

test("what does not reach the server stays on the page and can be sent again", async ({ page, visit }) => {
  await visit("noor", "/checkin");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("radio", { name: "3" }).check({ force: true });
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("This did not reach us. It is still here; try it again.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "3" })).toBeChecked();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: SECOND })).toBeVisible();
});

test("the questions can be put on paper, and nothing else of the page is", async ({ page, visit }) => {
  await visit("noor", "/checkin");
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.getByRole("button", { name: "Print the questions" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-printed");
  await expect(page.locator(".blank")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".blank").getByText(FIRST)).toBeVisible();
  await expect(page.locator(".blank section")).toHaveCount(6);
  await expect(page.locator("#main")).toBeHidden();
  await picture(page, "checkin-paper");
});

test("how a session was is sent as a whole, and everything in it can be left out", async ({ page, visit }) => {
  await visit("noor", "/after/6b1f0c52-0000-4000-8000-000000002001");
  await expect(page.getByText("Only Marta sees this, whatever you agreed about secrets.")).toBeVisible();
  const sent = page.waitForRequest((request) => request.method() === "PUT");
  await page.getByRole("button", { name: "Send to Marta" }).click();
  expect((await sent).postData()).toBe('{"answers":{"heard":8}}');
  await expect(page.getByRole("heading", { name: "Thank you. That was all." })).toBeVisible();
});

test("a chart is also a table, with its gaps", async ({ page, visit }) => {
  await visit("noor", "/progress");
  await page.getByRole("tab", { name: "Reliance" }).click();
  await expect(
    page.getByRole("img", { name: /^How much you could rely, the last (twelve|eight) weeks/ }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Show as a table" }).click();
  await expect(page.getByRole("cell", { name: "–" })).toHaveCount(4);
  await expect(page.getByRole("radio", { name: "Share" })).toHaveCount(3);
});
