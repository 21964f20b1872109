import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { passingDevice, sealedDevice } from "./outbox.ts";
import { importKey, open, seal } from "./seal.ts";

let databases = 0;
const name = () => `test-${databases++}`;
const say = (id: string, text: string) => ({ id, type: "Say", data: { text } });

function key(byte = 7): Promise<CryptoKey> {
  return importKey(btoa(String.fromCharCode(...new Uint8Array(32).fill(byte))).replaceAll("=", ""));
}

async function everythingIn(database: string): Promise<string> {
  const request = indexedDB.open(database);
  const db = await new Promise<IDBDatabase>((done) => {
    request.onsuccess = () => done(request.result);
  });
  const rows = await Promise.all(
    [...db.objectStoreNames].map(
      (store) =>
        new Promise<unknown[]>((done) => {
          const all = db.transaction(store).objectStore(store).getAll();
          all.onsuccess = () => done(all.result);
        }),
    ),
  );
  db.close();
  return JSON.stringify(rows.flat(), (_, value) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value as ArrayBuffer) : value,
  );
}

describe.each(["sealed", "passing"])("a %s device", (kind) => {
  const device = async () => (kind === "sealed" ? sealedDevice(await key(), name()) : passingDevice());

  test("gives back what it keeps, in order, for each room", async () => {
    const { outbox } = await device();
    for (const id of ["1", "2", "3"]) await outbox.add("r1", say(id, "x"));
    await outbox.add("r2", say("4", "y"));
    await outbox.remove("r1", "2");
    expect((await outbox.all("r1")).map((command) => command.id)).toEqual(["1", "3"]);
    expect(await outbox.all("r2")).toEqual([say("4", "y")]);
  });

  test("keeps drafts by their place until the server has them", async () => {
    const { drafts } = await device();
    await drafts.keep("r1/field", { text: "half a sen", at: "t" });
    expect(await drafts.find("r1/field")).toEqual({ text: "half a sen", at: "t" });
    expect(await drafts.find("r1/other")).toBeUndefined();
    await drafts.drop("r1/field");
    expect(await drafts.find("r1/field")).toBeUndefined();
  });

  test("forgets everything when it is wiped", async () => {
    const { outbox, drafts, wipe } = await device();
    await outbox.add("r1", say("1", "x"));
    await drafts.keep("r1/field", { text: "x", at: "t" });
    await wipe();
    expect(await outbox.all("r1")).toEqual([]);
    expect(await drafts.find("r1/field")).toBeUndefined();
  });
});

describe("what lies on the device", () => {
  test("holds no word in clear", async () => {
    const database = name();
    const { outbox, drafts } = await sealedDevice(await key(), database);
    await outbox.add("r1", say("1", "nightingale"));
    await drafts.keep("r1/field", { text: "nightingale", at: "t" });
    expect(await everythingIn(database)).not.toContain("nightingale");
  });

  test("stays shut with another person's key", async () => {
    const database = name();
    const mine = await sealedDevice(await key(), database);
    await mine.outbox.add("r1", say("1", "x"));
    await mine.drafts.keep("r1/field", { text: "x", at: "t" });
    const other = await sealedDevice(await key(8), database);
    expect(await other.outbox.all("r1")).toEqual([]);
    expect(await other.drafts.find("r1/field")).toBeUndefined();
  });

  test("cannot be moved to another place", async () => {
    const sealed = await seal(await key(), "r1/mine", "words");
    expect(await open(await key(), "r1/mine", sealed)).toBe("words");
    expect(await open(await key(), "r1/shared", sealed)).toBeUndefined();
  });

  test("has a key that cannot be taken out again", async () => {
    await expect(crypto.subtle.exportKey("raw", await key())).rejects.toThrow();
  });
});
