// Holds the budgets of the first load (brotli): node scripts/size.mjs [folder]. Fonts are not counted. With --quiet it
// speaks only when something is too large.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const words = process.argv.slice(2);
const quiet = words.includes("--quiet");
const folder = words.find((word) => !word.startsWith("--")) ?? "dist";
const manifest = JSON.parse(readFileSync(join(folder, "files.json"), "utf8"));
const KB = 1024;

/** A page's budget: its own chunk and everything that it needs before it can be seen. */
const PAGES = {
  "src/partner/HomePage.tsx": 120,
  "src/identity/SignInPage.tsx": 120,
  "src/safety/HelpPage.tsx": 120,
  "src/practice/TodayPage.tsx": 180,
  "src/couple/CouplePage.tsx": 180,
  "src/room/RoomPage.tsx": 130,
  "src/room/PartnerRoom.tsx": 130,
  "src/room/TherapistRoom.tsx": 180,
};
const STEP = 15;
const CSS = 12;
const WORDS = 20;

const size = (file) => statSync(join(folder, `${file}.br`)).size / KB;

function needed(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) needed(next, seen);
  return seen;
}

const rows = [];
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const shell = needed(entry);
const english = Object.keys(manifest).find((key) => key.endsWith("virtual:words/en"));
const sum = (keys, what) => [...new Set([...keys].flatMap(what))].reduce((kb, file) => kb + size(file), 0);
for (const [page, limit] of Object.entries(PAGES)) {
  if (!manifest[page]) continue;
  const keys = new Set([...shell, ...needed(page)]);
  rows.push([page, sum(keys, (key) => manifest[key].file), limit]);
  rows.push([`${page} (CSS)`, sum(keys, (key) => manifest[key].css ?? []), CSS]);
}
for (const key of Object.keys(manifest).filter((name) =>
  /^src\/room\/steps\/.*\/(Partner|Therapist)\.tsx$/.test(name),
)) {
  rows.push([key, size(manifest[key].file), STEP]);
}
if (english) rows.push(["words, English", size(manifest[english].file), WORDS]);

const over = rows.filter(([, kb, limit]) => kb > limit);
const line = ([what, kb, limit]) => `${kb.toFixed(1).padStart(7)} of ${String(limit).padStart(3)} KB  ${what}`;
for (const row of quiet ? over : rows) console.log(line(row));
if (over.length > 0) {
  console.error(`\nToo large: ${over.map(([what]) => what).join(", ")}`);
  process.exit(1);
}
