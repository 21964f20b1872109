import type { Page, Route } from "@playwright/test";
import { ROOM } from "../stand-in/room.ts";
import { expect, isAccessible, picture, test } from "./fixtures.ts";

const WORDS = "I would like to begin with something good on Thursday.";
const COUPLE = "/couples/6b1f0c52-0000-4000-8000-000000000001";

/** Everything that this browser keeps: databases, storages, caches. */
async function keptOnTheDevice(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name = "" } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(opening.error);
      });
      for (const store of db.objectStoreNames) {
        const [keys, all] = await Promise.all(
          (["getAllKeys", "getAll"] as const).map(
            (ask) =>
              new Promise((done, fail) => {
                const asking = db.transaction(store).objectStore(store)[ask]();
                asking.onsuccess = () => done(asking.result);
                asking.onerror = () => fail(asking.error);
              }),
          ),
        );
        kept.push(store, keys, all);
      }
      db.close();
    }
    for (const name of await caches.keys()) kept.push((await (await caches.open(name)).keys()).map((one) => one.url));
    return JSON.stringify(kept);
  });
}

const json = (body: unknown) => (route: Route) => route.fulfill({ json: body });

test("a message that was not sent stays in the field, says so, and is sent again as the same message", async ({
  page,
  visit,
}) => {
  const sent: { id: string; text: string }[] = [];
  let up = false;
  await page.route("**/api/messages/drafts/*", (route) => route.fulfill({ status: 204 }));
  await page.route("**/api/messages", (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    sent.push(route.request().postDataJSON());
    return up ? route.fulfill({ status: 201, json: {} }) : route.abort("internetdisconnected");
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await visit("noor", "/messages");
  const field = page.getByLabel("Write to Marta");
  await field.fill(WORDS);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Not sent. Your words are still in the field.")).toBeVisible();
  await expect(field).toHaveValue(WORDS);
  await isAccessible(page);
  await picture(page, "messages-failed-phone-light");
  up = true;
  await page.getByRole("button", { name: "Send" }).click();
  await expect(field).toHaveValue("");
  expect(sent.map((one) => one.text)).toEqual([WORDS, WORDS]);
  expect(sent[1]?.id).toBe(sent[0]?.id);
});

test("words that were not sent are there after a reload, sealed on the device", async ({ page, visit }) => {
  await page.route("**/api/messages/drafts/*", (route) => route.abort("internetdisconnected"));
  await visit("noor", "/messages");
  await page.getByLabel("Write to Marta").fill(WORDS);
  await page.getByLabel("Write to Marta").blur();
  await expect.poll(() => keptOnTheDevice(page)).toContain("messages|partner-1|partner-1");
  expect(await keptOnTheDevice(page)).not.toContain("something good");
  await visit("noor", "/messages");
  await expect(page.getByLabel("Write to Marta")).toHaveValue(WORDS);
  await page.getByRole("tab", { name: "All three" }).click();
  await expect(page.getByLabel("Write to both")).toHaveValue("");
});

test("a message that is too long says so before it is sent", async ({ page, visit }) => {
  await page.route("**/api/messages/drafts/*", (route) => route.fulfill({ status: 204 }));
  await visit("noor", "/messages");
  const field = page.getByLabel("Write to Marta");
  await field.fill("word ".repeat(2000));
  await expect(page.getByText(/A message has room for 4,000 letters/)).toBeVisible();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(field).toHaveValue(/^word/);
});

test("a journal's words go to the server as they are typed, and nothing of them lies on the device", async ({
  page,
  visit,
}) => {
  const saved: { text: string; version: number }[] = [];
  await page.route("**/api/journal/*", (route) => {
    const body = route.request().postDataJSON();
    saved.push(body);
    return route.fulfill({ json: { version: body.version + 1 } });
  });
  await visit("noor", "/journal");
  await page.getByLabel("Today").pressSequentially("Today I was calm before it came.");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  expect(saved.at(-1)?.text).toBe("Today I was calm before it came.");
  expect(await keptOnTheDevice(page)).not.toContain("calm before");
  expect(await keptOnTheDevice(page)).not.toContain("journal");
});

test("journal words that cannot be saved stay on the page, and the page says so until they are", async ({
  page,
  visit,
}) => {
  let up = false;
  await page.route("**/api/journal/*", (route) =>
    up ? json({ version: 1 })(route) : route.abort("internetdisconnected"),
  );
  await page.setViewportSize({ width: 390, height: 844 });
  await visit("noor", "/journal");
  await page.getByLabel("Today").fill("Nothing of this may be lost.");
  await page.getByLabel("Today").blur();
  await expect(page.getByRole("alert")).toHaveText(/Not saved yet. Your words stay on this page/);
  await page.getByRole("button", { name: "Keep this page" }).click();
  await expect(page.getByLabel("Today")).toHaveValue("Nothing of this may be lost.");
  await isAccessible(page);
  await picture(page, "journal-unsaved-phone-light");
  up = true;
  await expect(page.getByText("Saved", { exact: true })).toBeVisible({ timeout: 15_000 });
});

test("a page is shared only after reading who will read it and what taking back can do", async ({ page, visit }) => {
  const asked: string[] = [];
  await page.route("**/api/journal/*/share", (route) => {
    asked.push(`${route.request().method()} ${route.request().postData() ?? ""}`);
    return route.fulfill({ status: 204 });
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await visit("noor", "/journal");
  await page.getByRole("button", { name: "Share this page …" }).click();
  await expect(page.getByText(/What has been read cannot be unread/)).toBeVisible();
  await isAccessible(page);
  await picture(page, "journal-share-phone-light");
  await page.keyboard.press("Escape");
  expect(asked).toEqual([]);
  await page.getByRole("button", { name: "Share this page …" }).click();
  await page.getByRole("button", { name: "Share it with Marta" }).click();
  await expect.poll(() => asked).toEqual(['PUT {"version":3}']);
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect.poll(() => asked.at(-1)).toMatch(/^DELETE/);
});

test("without secrets there is one thread and no sharing", async ({ page, visit }) => {
  await visit("lena", "/messages");
  await expect(page.getByText(/no secrets. So there is one thread/)).toBeVisible();
  await expect(page.getByRole("tab")).toHaveCount(0);
});

test("the therapist writes a note beside the room; Enter begins the next, and Alt brings her there and to the chat", async ({
  page,
  enter,
}) => {
  const saved: { text: string; roomId: string }[] = [];
  await page.route("**/api/couples/*/notes/*", (route) => {
    const body = route.request().postDataJSON();
    saved.push(body);
    return route.fulfill({ json: { version: body.version + 1 } });
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await enter({ seat: "therapist", upTo: ["WorkFinished"] });
  await page.keyboard.press("Alt+n");
  const field = page.getByLabel("Write a private note");
  await expect(field).toBeFocused();
  await picture(page, "room-notes-desktop-light");
  await page.keyboard.type("Come back to the second card.");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("");
  expect(saved.at(-1)).toMatchObject({ text: "Come back to the second card.", roomId: ROOM });
  await page.keyboard.press("Alt+c");
  await expect(page.getByLabel("Write to both")).toBeFocused();
  await page.getByRole("tab", { name: "Private notes" }).click();
  await expect(page.getByText("Daniel slower on the phone cards.")).toBeVisible();
});

test("two pages have changed the words of a record: both wordings stand there, and the therapist decides", async ({
  page,
  visit,
}) => {
  const session = `${COUPLE}/sessions/6b1f0c52-0000-4000-8000-000000001007`;
  const saved: { text: string; version: number }[] = [];
  await page.route("**/record/words", (route) => {
    const body = route.request().postDataJSON();
    saved.push(body);
    return body.version === 1
      ? route.fulfill({ status: 409, json: { type: "/problems/changed-elsewhere", status: 409, title: "x" } })
      : route.fulfill({ json: { version: body.version + 1 } });
  });
  await visit("marta", session);
  await page.route("**/record", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...(await answer.json()), text: "From the laptop.", version: 2 } });
  });
  await page.getByLabel("Your words for the record").fill("From the desk.");
  await page.getByLabel("Your words for the record").blur();
  await expect(page.getByText("From the laptop.")).toBeVisible();
  await isAccessible(page);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  expect(saved.at(-1)).toEqual({ text: "From the desk.", version: 2 });
  await expect(page.getByLabel("Your words for the record")).toHaveValue("From the desk.");
});
