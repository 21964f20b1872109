import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Came, FIRST_WAIT, REST, Saver } from "./saver.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function server() {
  const there = { text: "", version: 0, up: true, writings: 0 };
  const save = async (text: string, on: number): Promise<Came> => {
    if (!there.up) throw new Error("no network");
    there.writings++;
    if (on !== there.version) return text === there.text ? { kept: there.version } : "elsewhere";
    there.text = text;
    there.version = on + 1;
    return { kept: there.version };
  };
  return { there, save };
}

test("words are saved when the person rests, not with each key", async () => {
  const { there, save } = server();
  const saver = new Saver("", 0, 100, save);
  for (const text of ["I", "I go", "I go quiet"]) {
    saver.type(text);
    await vi.advanceTimersByTimeAsync(REST - 1);
  }
  expect(there.writings).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(there).toMatchObject({ text: "I go quiet", version: 1, writings: 1 });
  expect(saver.state).toBe("saved");
});

test("leaving the field waits for nothing", async () => {
  const { there, save } = server();
  const saver = new Saver("", 0, 100, save);
  saver.type("I go quiet");
  await saver.rest();
  expect(there.text).toBe("I go quiet");
});

test("what is typed while a writing is under way follows it, on its version", async () => {
  const { there, save } = server();
  let go = () => {};
  const slow = async (text: string, on: number) => {
    if (on === 0) {
      await new Promise<void>((gone) => {
        go = gone;
      });
    }
    return save(text, on);
  };
  const saver = new Saver("", 0, 100, slow);
  saver.type("I go");
  await vi.advanceTimersByTimeAsync(REST);
  saver.type("I go quiet");
  go();
  await vi.advanceTimersByTimeAsync(REST * 2);
  expect(there).toMatchObject({ text: "I go quiet", version: 2 });
});

test("what could not be saved stays on the page, says so, and is tried again until it is", async () => {
  const { there, save } = server();
  there.up = false;
  const saver = new Saver("", 0, 100, save);
  const heard: string[] = [];
  saver.hear(() => heard.push(saver.state));
  saver.type("I go quiet");
  await vi.advanceTimersByTimeAsync(REST);
  expect(saver.state).toBe("unsaved");
  expect(saver.text).toBe("I go quiet");
  there.up = true;
  await vi.advanceTimersByTimeAsync(FIRST_WAIT * 2);
  expect(there.text).toBe("I go quiet");
  expect(heard.at(-1)).toBe("saved");
});

test("an answer that was lost makes no second writing and no quarrel with oneself", async () => {
  const { there, save } = server();
  let lose = true;
  const lossy = async (text: string, on: number) => {
    const came = await save(text, on);
    if (lose) throw new Error("the answer was lost");
    return came;
  };
  const saver = new Saver("", 0, 100, lossy);
  saver.type("I go quiet");
  await vi.advanceTimersByTimeAsync(REST);
  lose = false;
  await vi.advanceTimersByTimeAsync(FIRST_WAIT * 2);
  expect(saver.state).toBe("saved");
  expect(there.version).toBe(1);
});

test("what another page has changed is not written over until the person has decided", async () => {
  const { there, save } = server();
  const saver = new Saver("", 0, 100, save);
  Object.assign(there, { text: "from the desk", version: 1 });
  saver.type("from the phone");
  await vi.advanceTimersByTimeAsync(REST);
  expect(saver.state).toBe("elsewhere");
  saver.type("from the phone, longer");
  await vi.advanceTimersByTimeAsync(REST * 10);
  await saver.rest();
  expect(there.text).toBe("from the desk");
  await saver.keepMine(1);
  expect(there).toMatchObject({ text: "from the phone, longer", version: 2 });
});

test("whoever takes the other wording has it in the field", async () => {
  const { there, save } = server();
  const saver = new Saver("", 0, 100, save);
  Object.assign(there, { text: "from the desk", version: 1 });
  saver.type("from the phone");
  await vi.advanceTimersByTimeAsync(REST);
  saver.takeTheirs("from the desk", 1);
  expect([saver.text, saver.state, saver.isBehind]).toEqual(["from the desk", "saved", false]);
  saver.type("from both");
  await saver.rest();
  expect(there).toMatchObject({ text: "from both", version: 2 });
});

test("what is too long stays on the page, is not sent, and is saved as soon as it fits", async () => {
  const { there, save } = server();
  const saver = new Saver("", 0, 5, save);
  saver.type("🌊🌊🌊🌊🌊🌊");
  await vi.advanceTimersByTimeAsync(REST * 10);
  expect([saver.state, saver.isBehind, there.writings]).toEqual(["tooLong", true, 0]);
  saver.type("🌊🌊🌊🌊🌊");
  await vi.advanceTimersByTimeAsync(REST);
  expect([saver.state, there.text]).toEqual(["saved", "🌊🌊🌊🌊🌊"]);
});
