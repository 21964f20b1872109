// Emits /sw.js from src/sw.js with the names of the files that every page needs. Pages that only some people open are
// not among them: a partner's browser never loads a therapist's code.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const FONT = /latin-(opsz|wght)-normal.*woff2$/;

export function serviceWorker() {
  return {
    name: "accord-service-worker",
    apply: "build",
    generateBundle(_options, bundle) {
      const parts = Object.values(bundle);
      const chunk = (named) => parts.find((part) => part.type === "chunk" && named(part));
      const shell = new Set(["/index.html", "/icon.svg"]);
      const add = (part) => {
        if (!part || shell.has(`/${part.fileName}`)) return;
        shell.add(`/${part.fileName}`);
        for (const name of part.viteMetadata?.importedCss ?? []) shell.add(`/${name}`);
        for (const name of part.imports ?? []) add(bundle[name]);
      };
      add(chunk((part) => part.isEntry));
      add(chunk((part) => part.facadeModuleId?.endsWith("virtual:words/en")));
      // Help must come up without a network and without Accord.
      add(chunk((part) => part.facadeModuleId?.endsWith("/HelpPage.tsx")));
      for (const part of parts) {
        if (part.type === "asset" && FONT.test(part.fileName)) shell.add(`/${part.fileName}`);
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
