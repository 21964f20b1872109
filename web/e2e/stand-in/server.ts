// A small server for the page specs: the built files with the real headers, and fixed answers. Who is signed in is a
// cookie that the specs set.
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import * as answers from "./answers.ts";

const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};
/** A page on which nothing runs. */
export const BLANK = "/blank";
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types accord",
].join("; ");

export type StandIn = {
  address: string;
  ended: string[];
  /** What a room of this moment answers before all else: null is an empty answer. */
  room?: ((asked: string) => unknown) | undefined;
  close(): void;
};

/** @param folder the built app */
export async function standIn(folder: string): Promise<StandIn> {
  const standIn: StandIn = { address: "", ended: [], close: () => http.close() };
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://stand-in");
    if (url.pathname.startsWith("/api/")) return void api(request, response, url, standIn);
    if (url.pathname === BLANK) return void response.writeHead(200, { "content-type": TYPES.html }).end();
    void file(folder, url.pathname, response);
  });
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  const { port } = http.address() as AddressInfo;
  standIn.address = `http://localhost:${port}`;
  return standIn;
}

async function file(folder: string, path: string, response: ServerResponse): Promise<void> {
  let found = join(folder, normalize(path));
  const exists = await stat(found).then(
    (it) => it.isFile(),
    () => false,
  );
  if (!exists) found = join(folder, "index.html");
  const type = TYPES[found.split(".").at(-1) ?? ""] ?? "application/octet-stream";
  response.writeHead(200, {
    "content-type": type,
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-store",
  });
  response.end(await readFile(found));
}

function api(request: IncomingMessage, response: ServerResponse, url: URL, { ended, room }: StandIn): void {
  const person = /who=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? "nobody";
  const send = (status: number, body?: unknown, more: Record<string, string> = {}) => {
    response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store", ...more });
    response.end(body === undefined ? "" : JSON.stringify(body));
  };
  const problem = (status: number, type: string) => send(status, { type: `/problems/${type}`, status, title: type });
  const path = url.pathname.slice("/api".length);

  if (path === "/session/end") {
    if (request.headers["x-accord"] === "1") ended.push(person);
    return send(204, undefined, { "set-cookie": "who=nobody; Path=/" });
  }
  if (person === "nobody") return problem(401, "signed-out");
  if (person === "locked") return problem(423, "locked");
  const asked = `${request.method} ${path}`;
  const ofRoom = room?.(asked);
  const found = ofRoom === undefined ? answerTo(asked, person) : ofRoom;
  if (found === null) return send(204);
  return found === undefined ? problem(404, "not-found") : send(request.method === "POST" ? 201 : 200, found);
}

function answerTo(asked: string, person: string): unknown {
  const staff = person === "marta" || person === "ines";
  const couple = /^\w+ \/couples\/([\w-]+)/.exec(asked)?.[1] ?? "";
  if (asked === "GET /session") return answers.sessionOf(person);
  if (asked === "GET /session/seal-key") return { key: "A".repeat(43) };
  if (asked === "POST /session/sign-out") return { to: "/signin" };
  if (/^GET .*\/messages\/drafts$/.test(asked)) return [];
  if (!staff) return partnersOwn(asked, person);
  if (asked === "GET /today") return person === "ines" ? answers.todayEmpty : answers.today;
  if (asked === "GET /exercises") return answers.exercises;
  if (asked === "GET /exercise-drafts") return answers.exerciseDrafts;
  if (/^GET \/exercise-drafts\//.test(asked))
    return asked.endsWith(answers.brokenDraft.id) ? answers.brokenDraft : answers.exerciseDraft;
  if (asked === "GET /unread-homework") return person === "ines" ? [] : answers.unread;
  if (/^GET .*\/homework$/.test(asked)) return answers.assignments;
  if (/^GET .*\/homework\/[\w-]+$/.test(asked)) return answers.review;
  if (/^GET .*\/exercises\/0+$/.test(asked)) return answers.homeworkExercise;
  if (/^POST .*\/homework(\/[\w-]+\/acts)?$/.test(asked)) return null;
  if (/^POST .*\/sessions$/.test(asked)) return answers.started;
  if (/^GET .*\/checkins$/.test(asked)) return answers.checkins;
  if (/^GET .*\/progress$/.test(asked)) return answers.coupleProgress;
  if (/^GET .*\/letter$/.test(asked)) return answers.letterDraft;
  if (/^GET .*\/sessions$/.test(asked)) return answers.sessionsById[couple];
  if (/^GET .*\/messages$/.test(asked)) return answers.threads;
  if (/^GET .*\/journal$/.test(asked)) return answers.sharedPages;
  if (/^GET .*\/notes$/.test(asked)) return answers.notes;
  if (/^GET .*\/agreements$/.test(asked)) return answers.agreementsOfCouple;
  if (asked === "GET /instruments") return answers.instruments;
  if (/^GET \/instruments\//.test(asked)) return answers.instrument;
  if (/^PUT \/instruments\/[\w-]+$/.test(asked)) return answers.instrumentMistakes;
  if (/^GET .*\/questionnaires$/.test(asked)) return answers.rounds;
  const session = /\/sessions\/([\w-]+)\/record$/.exec(asked)?.[1];
  if (session !== undefined) return answers.records[session];
  return answers.couplesById[couple];
}

function partnersOwn(asked: string, person: string): unknown {
  const lena = person === "lena";
  if (asked === "GET /home")
    return { noor: answers.home, daniel: answers.homeSaturday, lena: answers.homeEmpty }[person];
  if (asked === "GET /homework") return person === "noor" ? answers.homework : answers.noHomework;
  if (/^GET \/homework\/[\w-]+\/shared$/.test(asked)) return answers.sharedHomework;
  if (/^GET .*\/exercises\/0+$/.test(asked)) return answers.homeworkExercise;
  if (asked === "GET /agreements") return person === "noor" ? answers.myAgreements : answers.noAgreements;
  if (/^POST \/agreements\//.test(asked)) return null;
  if (asked === "GET /messages") return person === "noor" ? answers.mine : answers.mineOfAll;
  if (asked === "GET /journal") return person === "noor" ? answers.journal : answers.journalEmpty;
  if (asked === "GET /checkin") return answers.checkin;
  if (asked === "GET /progress") return lena ? answers.progressNone : answers.progress;
  if (asked === "GET /checkin/charts") return lena ? answers.chartsNone : answers.charts;
  if (/^GET \/rooms\/[\w-]+\/scales$/.test(asked)) return answers.scales;
  if (asked === "GET /questionnaires") return person === "noor" ? answers.myQuestionnaires : [];
  const questionnaire = /^GET \/questionnaires\/([\w-]+)$/.exec(asked)?.[1];
  if (questionnaire !== undefined) return answers.questionnaires[questionnaire];
  return /^PUT \/(checkin|rooms|questionnaires)\//.test(asked) ? null : undefined;
}
