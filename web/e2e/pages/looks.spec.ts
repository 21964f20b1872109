import type { Page } from "@playwright/test";
import type { Person } from "../stand-in/answers.ts";
import { expect, inBothThemes, lasting as test } from "./fixtures.ts";

const COUPLE = "/couples/6b1f0c52-0000-4000-8000-000000000001";
const QUIET_COUPLE = "/couples/6b1f0c52-0000-4000-8000-000000000006";
const ROOM = "6b1f0c52-0004-4000-8000-000000000005";
const LATE = "6b1f0c52-0005-4000-8000-000000000001";
const PAGES: [name: string, who: Person, path: string, says: string][] = [
  ["signin", "nobody", "/", "Welcome back"],
  ["lock", "locked", "/", "Locked while you were away"],
  ["help", "nobody", "/help", "If you are in danger now, call 112"],
  ["nothing", "noor", "/no/such/page", "There is nothing here."],
  ["home", "noor", "/", "Hello, Noor"],
  ["home-empty", "lena", "/", "Your place is ready"],
  ["home-saturday", "daniel", "/", "Hello, Daniel"],
  ["homework", "noor", "/homework", "Homework"],
  ["homework-none", "lena", "/homework", "Homework"],
  ["homework-shared", "noor", `/homework/${ROOM}/shared`, "What helps me feel safe"],
  ["assignments", "marta", `${COUPLE}/homework`, "Noor and Daniel"],
  ["review", "marta", `${COUPLE}/homework/6b1f0c52-0003-4000-8000-000000000003`, "Noor and Daniel"],
  ["checkin", "noor", "/checkin", "Weekly check-in"],
  ["progress", "noor", "/progress", "What you two have built"],
  ["progress-none", "lena", "/progress", "What you two have built"],
  ["letters", "noor", "/letters", "Letters from Marta"],
  ["add-win", "noor", "/progress/win", "A small win"],
  ["couple-progress", "marta", `${COUPLE}/progress`, "A letter to the couple"],
  ["after-session", "noor", "/after/6b1f0c52-0000-4000-8000-000000002001", "How was it for you?"],
  ["couple-checkins", "marta", `${COUPLE}/checkins`, "Noor and Daniel"],
  ["questionnaires", "marta", "/instruments", "Questionnaires"],
  ["questionnaire-import", "marta", "/instruments/import", "Put a file here, or choose one"],
  ["questionnaire-check", "marta", "/instruments/6b1f0c52-0000-4000-8000-000000009002", "What the file says"],
  ["questionnaire-asked", "noor", "/questionnaires/6b1f0c52-0000-4000-8000-000000009201", "important in a hurry"],
  ["questionnaire-shown", "noor", "/questionnaires/6b1f0c52-0000-4000-8000-000000009203", "Marta shows you this"],
  ["me-partner", "noor", "/me", "How it looks"],
  ["today", "marta", "/", "Thursday, 14 May"],
  ["today-empty", "ines", "/", "The room is ready. It needs two more people."],
  ["couple", "marta", COUPLE, "Noor and Daniel"],
  ["couple-empty", "marta", QUIET_COUPLE, "Hanna and Kofi"],
  ["sessions", "marta", `${COUPLE}/sessions`, "Noor and Daniel"],
  ["record", "marta", `${COUPLE}/sessions/6b1f0c52-0000-4000-8000-000000001008`, "The facts"],
  ["record-open", "marta", `${COUPLE}/sessions/6b1f0c52-0000-4000-8000-000000001007`, "Your words"],
  ["threads", "marta", `${COUPLE}/messages`, "Noor and Daniel"],
  ["notes", "marta", `${COUPLE}/notes`, "Noor and Daniel"],
  ["messages", "noor", "/messages", "Messages"],
  ["messages-of-all", "lena", "/messages", "Messages"],
  ["journal", "noor", "/journal", "My journal"],
  ["journal-empty", "lena", "/journal", "My journal"],
  ["start", "marta", `${COUPLE}/start`, "Start a session with Noor and Daniel"],
  ["exercises", "marta", "/exercises", "Exercises"],
  ["editor", "marta", "/exercises/drafts/6b1f0c52-0000-4000-8000-000000009001", "What I need to know"],
  ["editor-text", "marta", "/exercises/drafts/6b1f0c52-0000-4000-8000-000000009002", "The text of the file"],
  ["import", "marta", "/exercises/import", "Import a file"],
  ["me-therapist", "marta", "/me", "How it looks"],
  ["practice", "jonas", "/", "Practice at the Old Mill"],
  ["agreements", "noor", "/agreements", "Our agreements"],
  ["agreement", "noor", `/agreements/${LATE}`, "We say when we’ll be more than 20 minutes late."],
  [
    "agreement-week",
    "noor",
    "/agreements/6b1f0c52-0005-4000-8000-000000000002/week",
    "Phones stay in the hall after nine.",
  ],
  [
    "agreement-look",
    "noor",
    "/agreements/6b1f0c52-0005-4000-8000-000000000002/look",
    "Phones stay in the hall after nine.",
  ],
  ["agreements-couple", "marta", `${COUPLE}/agreements`, "Noor and Daniel"],
];
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

// Size, theme and size of text change on the open page: a load for each would cost minutes.
for (const [name, who, path, says] of PAGES) {
  test(`${name} can be read by everybody`, async ({ page, visit }) => {
    await page.setViewportSize(SIZES.phone);
    await visit(who, path);
    await expect(page.getByRole("heading", { name: says })).toBeVisible();
    await inEachSize(page, name);
  });
}

async function inEachSize(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await inBothThemes(page, `${name}-${size}`);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  }
}
