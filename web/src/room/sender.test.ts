import { expect, test } from "vitest";
import { Sender } from "./sender.ts";

/** A client whose answers the test gives. */
function pretended() {
  const pending = new Set<string>();
  const watchers = new Set<() => void>();
  const refusals = new Set<(id: string, problem: { type: string; title: string }) => void>();
  let last = 0;
  return {
    client: {
      do: async () => {
        const id = String(++last);
        pending.add(id);
        return id;
      },
      subscribe: (watch: () => void) => {
        watchers.add(watch);
        return () => void watchers.delete(watch);
      },
      onRefused: (hear: (id: string, problem: { type: string; title: string }) => void) => {
        refusals.add(hear);
        return () => void refusals.delete(hear);
      },
      view: () => ({ link: { pending: [...pending].map((id) => ({ id })) } }),
    },
    given: (id: string) => void pending.add(id),
    happened(id: string) {
      pending.delete(id);
      for (const watch of watchers) watch();
    },
    refused(id: string, type: string) {
      pending.delete(id);
      for (const hear of refusals) hear(id, { type, title: "" });
      for (const watch of watchers) watch();
    },
  };
}

const say = { type: "Say", data: { text: "x" } } as const;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test("a command is done once its event is here", async () => {
  const { client, happened } = pretended();
  const sender = new Sender(client);
  sender.start();
  const outcome = sender.send(say);
  await settled();
  happened("1");
  expect(await outcome).toBe("done");
});

test("a refusal names its reason", async () => {
  const { client, refused } = pretended();
  const sender = new Sender(client);
  sender.start();
  const outcome = sender.send(say);
  await settled();
  refused("1", "/problems/not-your-turn");
  expect(await outcome).toBe("not-your-turn");
});

test("a refusal that is faster than the id is not lost", async () => {
  const { client, refused } = pretended();
  const atOnce = async () => {
    refused("7", "/problems/too-long");
    return "7";
  };
  const sender = new Sender({ ...client, do: atOnce });
  sender.start();
  expect(await sender.send(say)).toBe("too-long");
});

test("two commands have each their own outcome", async () => {
  const { client, happened, refused } = pretended();
  const sender = new Sender(client);
  sender.start();
  const both = [sender.send(say), sender.send(say)];
  await settled();
  refused("2", "/problems/room-is-paused");
  happened("1");
  expect(await Promise.all(both)).toEqual(["done", "room-is-paused"]);
});

test("what an earlier page had sent is said by whoever listens", () => {
  const { client, refused } = pretended();
  const sender = new Sender(client);
  sender.start();
  const heard: string[] = [];
  sender.onStray((outcome) => heard.push(outcome));
  refused("from-before", "/problems/left-closed");
  expect(heard).toEqual(["left-closed"]);
});

const earlier = (text: string) => ({ id: "earlier", type: "AddLine", data: { where: {}, line: "l", text } });

test("words of an earlier page count as taken once the room has them", async () => {
  const { client, given, happened } = pretended();
  const sender = new Sender(client);
  sender.start();
  given("earlier");
  sender.resume([earlier("I ask instead of looking")]);
  const taken = sender.taken(" I ask instead of looking\n");
  happened("earlier");
  expect(await taken).toBe(true);
  expect(await sender.taken("I say when I am worried")).toBe(false);
});

test("words of an earlier page that were refused are not taken, and somebody is told", async () => {
  const { client, given, refused } = pretended();
  const sender = new Sender(client);
  const strays: string[] = [];
  sender.onStray((outcome) => strays.push(outcome));
  sender.start();
  given("earlier");
  sender.resume([earlier("I ask instead of looking")]);
  refused("earlier", "/problems/too-many-lines");
  expect(await sender.taken("I ask instead of looking")).toBe(false);
  expect(strays).toEqual(["too-many-lines"]);
});
