// Maven calls this: node web/scripts/build-if-changed.mjs <folder>. It installs when the lock file has changed, builds
// when a source has changed, and says which, so that a build without changes costs a second.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const out = resolve(process.argv[2] ?? join(web, "dist"));
const contract = join(web, "../src/main/resources/openapi.yaml");

const under = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "messages.d.ts")
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

function digest(files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) hash.update(relative(web, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function npm(...words) {
  const windows = process.platform === "win32";
  execFileSync(windows ? "npm.cmd" : "npm", words, { cwd: web, stdio: "inherit", shell: windows });
}

function once(stamp, key, what, work) {
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === key) return console.log(`${what}: nothing changed`);
  console.log(`${what} …`);
  work();
  writeFileSync(stamp, key);
}

once(join(web, "node_modules/.accord"), digest([join(web, "package-lock.json")]), "Packages of the browser app", () =>
  npm("ci", "--ignore-scripts", "--silent"),
);
const settings = ["package-lock.json", "vite.config.ts", "tsconfig.json", "index.html"].map((name) => join(web, name));
const folders = ["src", "public", "scripts"].flatMap((name) => under(join(web, name)));
once(join(out, ".stamp"), digest([...settings, ...folders, contract]), "The browser app", () => {
  npm("run", "--silent", "words");
  npm("run", "--silent", "build", "--", "--outDir", out, "--emptyOutDir", "--logLevel", "warn");
  npm("run", "--silent", "size", "--", out, "--quiet");
});
