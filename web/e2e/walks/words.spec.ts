import { comeTogether, heading, press } from "./people.ts";
import { expect, test } from "./three.ts";

const TOLD = "I was glad about our walk on Sunday";
const ANSWERED = "Let us begin with that walk";
const PAGE = "it was light in the kitchen this morning";
const NOTE = "ask about the walk";
const WORDS = "They came and went on with the small promises.";
const ADDED = "The next talk begins with the small promises.";

test("between sessions each writes to whom they mean, and after the end the record is signed", async ({
  three,
  hidden,
  part,
}) => {
  test.setTimeout(360_000);
  const { marta, noor, daniel } = three;

  await part("Noor writes to Marta, who finds it new and answers; Daniel finds nothing", async () => {
    hidden.keep(TOLD, "daniel");
    hidden.keep(ANSWERED, "daniel");
    await noor.goto("/messages");
    await noor.getByLabel("Write to Marta").fill(TOLD);
    await press(noor, "Send");
    await expect(noor.getByRole("listitem").filter({ hasText: TOLD })).toBeVisible();
    await expect(noor.getByLabel("Write to Marta")).toHaveValue("");
    await marta.goto("/");
    await marta.getByRole("link", { name: "Noor and Daniel", exact: true }).click();
    await marta.getByRole("link", { name: "Messages", exact: true }).click();
    await expect(marta.getByRole("button", { name: /Noor and you.* new/ })).toBeVisible();
    await expect(marta.getByRole("listitem").filter({ hasText: TOLD })).toBeVisible();
    await marta.getByLabel("Write to Noor").fill(ANSWERED);
    await press(marta, "Send");
    await expect(marta.getByRole("listitem").filter({ hasText: ANSWERED })).toBeVisible();
    await noor.reload();
    await expect(noor.getByText(ANSWERED)).toBeVisible();
    await daniel.goto("/messages");
    await expect(daniel.getByRole("tab", { name: "Marta and me" })).toBeVisible();
    await expect(daniel.getByText("Nothing has been written here.")).toBeVisible();
    await marta.reload();
    await expect(marta.getByRole("button", { name: "Noor and you" })).toBeVisible();
    await expect(marta.getByText(/\d new/)).toHaveCount(0);
  });

  await part("Half a message is there again after a reload, and nobody else has it", async () => {
    hidden.keep("half a sentence to both", "marta", "noor");
    await daniel.getByRole("tab", { name: "All three" }).click();
    const kept = daniel.waitForResponse((answer) => answer.url().endsWith("/messages/drafts/all"));
    await daniel.getByLabel("Write to both").fill("half a sentence to both");
    await daniel.getByLabel("Write to both").blur();
    await kept;
    await daniel.reload();
    await daniel.getByRole("tab", { name: "All three" }).click();
    await expect(daniel.getByLabel("Write to both")).toHaveValue("half a sentence to both");
  });

  await part("Daniel's page is his, then Marta's too, then his alone again", async () => {
    hidden.keep(PAGE, "noor", "marta");
    await daniel.goto("/journal");
    await daniel.getByLabel("Today").fill(PAGE);
    await expect(daniel.getByText("Saved", { exact: true })).toBeVisible();
    await press(daniel, "Keep this page");
    const page = daniel.getByRole("article").filter({ hasText: PAGE });
    await expect(page).toBeVisible();
    await marta.reload();
    await marta.getByRole("button", { name: "Daniel and you" }).click();
    await hidden.check();
    hidden.tell(PAGE);
    hidden.keep(PAGE, "noor");
    await page.getByRole("button", { name: "Share this page …" }).click();
    await press(daniel, "Share it with Marta");
    await expect(page.getByRole("button", { name: "Take it back" })).toBeVisible();
    await marta.reload();
    await marta.getByRole("button", { name: "Daniel and you" }).click();
    await expect(marta.getByText(PAGE)).toBeVisible();
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByRole("button", { name: "Share this page …" })).toBeVisible();
    await marta.reload();
    await marta.getByRole("button", { name: "Daniel and you" }).click();
    await expect(marta.getByText("Nothing has been written here.")).toBeVisible();
    await expect(marta.getByText(PAGE)).toHaveCount(0);
  });

  await part("Marta notes something beside the room, and finds it in the workspace", async () => {
    hidden.keep(NOTE, "noor", "daniel");
    await marta.goto("/");
    await comeTogether(three);
    await marta.keyboard.press("Alt+n");
    await marta.getByLabel("Write a private note").fill(NOTE);
    await marta.keyboard.press("Enter");
    await expect(marta.getByLabel("Write a private note")).toHaveValue("");
    await expect(marta.getByRole("listitem").filter({ hasText: NOTE })).toBeVisible();
  });

  await part("After the end the record has its facts; signed, it is only added to", async () => {
    hidden.keep(WORDS, "noor", "daniel");
    await press(marta, "End session");
    await marta.getByRole("dialog").getByRole("button", { name: "End session" }).click();
    await expect(heading(marta, "The session has ended.")).toBeVisible();
    await marta.goto("/");
    await marta.getByRole("link", { name: "Noor and Daniel", exact: true }).first().click();
    await marta.getByRole("link", { name: "Sessions", exact: true }).click();
    await marta
      .getByRole("link", { name: /Record not signed yet/ })
      .first()
      .click();
    await expect(heading(marta, "The facts")).toBeVisible();
    const facts = marta.getByRole("definition");
    await expect(facts.filter({ hasText: "Noor" }).filter({ hasText: "Daniel" }).first()).toBeVisible();
    await marta.getByLabel("Your words for the record").fill(WORDS);
    // Signing waits for the minute in which an end can be taken back.
    const sign = marta.getByRole("button", { name: "Sign the record" });
    await expect(sign).toHaveAccessibleDescription(/can still be taken back/);
    await expect(sign).not.toHaveAttribute("aria-disabled", { timeout: 90_000 });
    await sign.click();
    await expect(marta.getByText(/It cannot be changed any more/)).toBeVisible();
    await expect(marta.getByText(WORDS)).toBeVisible();
    await expect(marta.getByLabel("Your words for the record")).toHaveCount(0);
    await press(marta, "Add something");
    await marta.getByLabel("Add with today’s date").fill(ADDED);
    await press(marta, "Sign what I add");
    await expect(marta.getByText(ADDED)).toBeVisible();
    await marta.getByRole("link", { name: "Notes", exact: true }).click();
    await expect(marta.getByRole("listitem").filter({ hasText: NOTE })).toBeVisible();
  });
});
