import { expect, isAccessible, test } from "./fixtures.ts";

const HOMEWORK = "/couples/6b1f0c52-0000-4000-8000-000000000001/homework";

test("homework is set with the keyboard alone, and one wish has one id however often it is sent", async ({
  page,
  visit,
}) => {
  await visit("marta", HOMEWORK);
  await page.getByRole("button", { name: "Set homework" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Both, each alone" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("radio", { name: "Both, together" })).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("radio", { name: "Only Noor" })).toBeChecked();
  const go = dialog.getByRole("button", { name: "Set it" });
  await expect(go).toHaveAccessibleDescription("Choose an exercise first.");
  await dialog.getByLabel("What", { exact: true }).selectOption({ index: 1 });
  await dialog.getByLabel("A sentence why").fill("Because you asked.");
  await isAccessible(page);

  await page.route("**/homework", (route) =>
    route.request().method() === "POST" ? route.abort("internetdisconnected") : route.fallback(),
  );
  const first = page.waitForRequest((request) => request.method() === "POST");
  await go.press("Enter");
  const sent = (await first).postDataJSON();
  await expect(dialog.getByText("What you wrote is still here; try once more.", { exact: false })).toBeVisible();
  await expect(dialog.getByLabel("A sentence why")).toHaveValue("Because you asked.");
  await page.unroute("**/homework");
  const second = page.waitForRequest((request) => request.method() === "POST");
  await go.press("Enter");
  expect((await second).postDataJSON()).toEqual(sent);
  expect(sent).toMatchObject({ alone: ["partner-1"], opens: "in-session", note: "Because you asked." });
  await expect(dialog).toHaveCount(0);
});

test("a sentence that is too long says so, stays, and is not sent", async ({ page, visit }) => {
  await visit("marta", HOMEWORK);
  await page.getByRole("button", { name: "Set homework" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What", { exact: true }).selectOption({ index: 1 });
  const why = dialog.getByLabel("A sentence why");
  await why.fill("x".repeat(10_000));
  await expect(dialog.getByText("9,680 characters too many. What you wrote stays here.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Set it" })).toHaveAttribute("aria-disabled", "true");
  await expect(why).toHaveValue("x".repeat(10_000));
});

test("what waits to be read is told on Today, and its words are not", async ({ page, visit }) => {
  await visit("marta", "/");
  const cameIn = page.getByRole("heading", { name: "Came in" });
  await expect(cameIn).toBeVisible();
  await expect(page.getByRole("link", { name: "What helps me feel safe" })).toBeVisible();
  await expect(page.getByText("The call from the train.")).toHaveCount(0);
});
