// What was done and typed, kept on the device until the server has it.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Command } from "./frames.ts";
import { open, type Sealed, seal } from "./seal.ts";

interface Kept extends DBSchema {
  outbox: { key: [string, number]; value: { room: string; seq: number; id: string; sealed: Sealed } };
  draft: { key: string; value: Sealed };
}
type Store = IDBPDatabase<Kept>;

/** Commands without an answer, in the order in which they were given. */
export type Outbox = {
  add(room: string, command: Command): Promise<void>;
  remove(room: string, id: string): Promise<void>;
  all(room: string): Promise<Command[]>;
};
/** Words that are being written. A place is a room and a field. */
export type Draft = { text: string; at: string };
export type Drafts = {
  keep(place: string, draft: Draft): Promise<void>;
  find(place: string): Promise<Draft | undefined>;
  drop(place: string): Promise<void>;
};
/** All that this device keeps for one person. */
export type Device = { outbox: Outbox; drafts: Drafts; wipe(): Promise<void> };

/** A device that keeps things sealed with the person's key. */
export async function sealedDevice(key: CryptoKey, name = "accord"): Promise<Device> {
  const store = await openDB<Kept>(name, 1, {
    upgrade(db) {
      db.createObjectStore("outbox", { keyPath: ["room", "seq"] });
      db.createObjectStore("draft");
    },
  });
  return {
    outbox: outboxIn(store, key),
    drafts: draftsIn(store, key),
    async wipe() {
      await Promise.all([store.clear("outbox"), store.clear("draft")]);
    },
  };
}

/** Where the browser keeps nothing (a private window): as long as the page lives. */
export function passingDevice(): Device {
  const commands: { room: string; command: Command }[] = [];
  const drafts = new Map<string, Draft>();
  const drop = (room: string, id: string) => commands.findIndex((c) => c.room === room && c.command.id === id);
  return {
    outbox: {
      add: async (room, command) => void commands.push({ room, command }),
      remove: async (room, id) => {
        const at = drop(room, id);
        if (at >= 0) commands.splice(at, 1);
      },
      all: async (room) => commands.filter((c) => c.room === room).map((c) => c.command),
    },
    drafts: {
      keep: async (place, draft) => void drafts.set(place, draft),
      find: async (place) => drafts.get(place),
      drop: async (place) => void drafts.delete(place),
    },
    wipe: async () => {
      commands.length = 0;
      drafts.clear();
    },
  };
}

function outboxIn(store: Store, key: CryptoKey): Outbox {
  let last = 0;
  const of = (room: string) => IDBKeyRange.bound([room, 0], [room, Number.MAX_SAFE_INTEGER]);
  const place = (room: string, id: string) => `${room}|${id}`;
  return {
    async add(room, command) {
      last = Math.max(last + 1, Date.now());
      const seq = last;
      // Sealed before the transaction begins: one that has to wait closes itself.
      const sealed = await seal(key, place(room, command.id), command);
      await store.put("outbox", { room, seq, id: command.id, sealed });
    },
    async remove(room, id) {
      const tx = store.transaction("outbox", "readwrite");
      for (let at = await tx.store.openCursor(of(room)); at; at = await at.continue()) {
        if (at.value.id === id) await at.delete();
      }
      await tx.done;
    },
    async all(room) {
      const rows = await store.getAll("outbox", of(room));
      const opened = await Promise.all(rows.map((row) => open<Command>(key, place(room, row.id), row.sealed)));
      return opened.filter((command) => command !== undefined);
    },
  };
}

function draftsIn(store: Store, key: CryptoKey): Drafts {
  return {
    async keep(place, draft) {
      await store.put("draft", await seal(key, place, draft), place);
    },
    async find(place) {
      const sealed = await store.get("draft", place);
      return sealed && open<Draft>(key, place, sealed);
    },
    drop: (place) => store.delete("draft", place),
  };
}
