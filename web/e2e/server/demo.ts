// The real thing for walks: the demo with PostgreSQL and Keycloak of its own, in a folder that is thrown away.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const TARGET = join("..", "target");
/** The first start unpacks and builds a Keycloak. */
const PATIENCE = 300_000;

export type Demo = {
  address: string;
  /** Ends the server as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on what the last one left. */
  restart(): Promise<void>;
  /** From now on its practice lives so many hours before the true time; signing in does not. */
  goesBack(hours: number): void;
  stop(): Promise<void>;
};

/** Starts the demo on ports that are free, and waits until somebody could sign in. */
export async function startDemo(): Promise<Demo> {
  const home = mkdtempSync(join(tmpdir(), "accord-walk-"));
  const port = await threeFreePorts();
  const address = `http://localhost:${port}`;
  let server = await started(home, port, address);
  return {
    address,
    kill: () => ended(server, "SIGKILL"),
    restart: async () => {
      server = await started(home, port, address);
    },
    goesBack: (hours) => {
      // In one stroke: the server may be reading it.
      writeFileSync(join(home, "clock.new"), `-PT${hours}H`);
      renameSync(join(home, "clock.new"), join(home, "clock"));
    },
    stop: async () => {
      // A killed server leaves its PostgreSQL and its Keycloak; the next one takes them over, and ends them.
      if (server.signalCode === "SIGKILL") server = await started(home, port, address);
      await ended(server, "SIGTERM");
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function started(home: string, port: number, address: string): Promise<ChildProcess> {
  const classPath = [join(TARGET, "classes"), readFileSync(join(TARGET, "classpath.txt"), "utf8").trim()].join(
    delimiter,
  );
  const settings = { "accord.home": home, "accord.port": port, "accord.keycloak.zip": process.env.ACCORD_KEYCLOAK_ZIP };
  const server = spawn(
    process.env.ACCORD_JAVA ?? "java",
    [
      "--enable-native-access=ALL-UNNAMED",
      "--sun-misc-unsafe-memory-access=allow",
      // It lives for minutes: what a long life would win costs more here.
      "-XX:TieredStopAtLevel=1",
      ...Object.entries(settings).map(([name, value]) => `-D${name}=${value}`),
      "-classpath",
      classPath,
      "app.accord.Main",
      "demo",
    ],
    { stdio: ["ignore", process.env.ACCORD_LOUD ? "inherit" : "ignore", "inherit"] },
  );
  await ready(server, address);
  return server;
}

/** Signing in leads to Keycloak only when both are up. */
async function ready(server: ChildProcess, address: string): Promise<void> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    if (server.exitCode !== null) throw new Error(`The demo ended with ${server.exitCode}.`);
    const answer = await fetch(`${address}/auth/login?to=/`, { redirect: "follow" }).catch(() => undefined);
    if (answer?.ok && !answer.url.startsWith(address)) return;
    await new Promise((later) => setTimeout(later, 500));
  }
  server.kill("SIGTERM");
  throw new Error("The demo did not come up.");
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((done) => server.once("exit", done));
  server.kill(signal);
  await gone;
}

/** Below those that the system gives away by itself: one of these would be taken while a killed server is down. */
const FIRST_PORT = 20_000;
const LAST_PORT = 31_999;

/** Accord's, Keycloak's and the mail catcher's stand beside each other. */
async function threeFreePorts(): Promise<number> {
  for (;;) {
    const first = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT - 1));
    const free = await Promise.all([first, first + 1, first + 2].map(isFree));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}
