// Emits /sw.js from src/sw.js with the names of the files that every page needs. Pages that only some people open are
// not among them: a partner's browser never loads a therapist's code.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

export function serviceWorker() {
  return {
    name: "accord-service-worker",
    apply: "build",
    generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find((part) => part.type === "chunk" && part.isEntry);
      const shell = new Set(["/index.html", "/icon.svg", `/${entry.fileName}`]);
      for (const name of entry.imports) shell.add(`/${name}`);
      for (const name of entry.viteMetadata?.importedCss ?? []) shell.add(`/${name}`);
      for (const part of Object.values(bundle)) {
        if (part.type === "asset" && /latin-(opsz|wght)-normal.*woff2$/.test(part.fileName))
          shell.add(`/${part.fileName}`);
      }
      const files = [...shell].sort();
      const version = createHash("sha256").update(files.join()).digest("hex").slice(0, 12);
      const source = readFileSync("src/sw.js", "utf8")
        .replace("__FILES__", JSON.stringify(files))
        .replace("__VERSION__", version);
      this.emitFile({ type: "asset", fileName: "sw.js", source });
    },
  };
}
