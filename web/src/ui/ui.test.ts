import { describe, expect, test } from "vitest";
import { keepsCookies } from "../identity/cookie.ts";
import { arc, stops } from "./arc.ts";
import { initials, shapeOf } from "./marks.ts";
import { escapeIsTaken, presses } from "./quick-exit.ts";

describe("a mark", () => {
  test("has the seat's shape", () => {
    const seats = ["partner-1", "partner-2", "partner-3", "therapist", "co-1", "guest-2"];
    expect(seats.map(shapeOf)).toEqual(["a", "b", "p3", "t", "co", "guest"]);
  });

  test("has two letters where one would be somebody else's too", () => {
    expect(initials(["Noor", "Daniel", "Marta"])).toEqual(["N", "D", "M"]);
    expect(initials(["Lena", "Marcus", "Marta"])).toEqual(["L", "Ma", "Ma"]);
    expect(initials(["élodie", "Øyvind"])).toEqual(["É", "Ø"]);
  });
});

describe("the way out", () => {
  const page = (open: boolean) => ({ querySelector: () => (open ? {} : null) }) as unknown as ParentNode;
  const key = { isComposing: false, repeat: false };

  test("is taken at the third press within two seconds", () => {
    let now = 0;
    const pressed = presses(() => now);
    const at = (time: number) => {
      now = time;
      return pressed();
    };
    expect([at(0), at(900), at(1_900)]).toEqual([false, false, true]);
    expect([at(10_000), at(11_500), at(12_100), at(13_400)]).toEqual([false, false, false, true]);
  });

  test("is not taken by a key held down, words being composed, or something that is open", () => {
    expect(escapeIsTaken(key, page(false))).toBe(false);
    expect(escapeIsTaken(key, page(true))).toBe(true);
    expect(escapeIsTaken({ ...key, isComposing: true }, page(false))).toBe(true);
    expect(escapeIsTaken({ ...key, repeat: true }, page(false))).toBe(true);
  });
});

describe("the arc of a scale", () => {
  test("goes from the left end over the top to the right one", () => {
    const all = stops(0, 10);
    expect(all).toHaveLength(11);
    expect(all[0]).toMatchObject({ value: 0, x: 25, y: 190 });
    expect(all[5]).toMatchObject({ value: 5, x: 175, y: 40 });
    expect(all[10]).toMatchObject({ value: 10, x: 325, y: 190 });
  });

  test("is drawn up to the chosen stop", () => {
    expect(arc(0.5)).toBe("M25 190A150 150 0 0 1 175 40");
  });
});

describe("the cookie test", () => {
  test("sees a browser that keeps it, and leaves nothing behind", () => {
    const jar = new Map<string, string>();
    const page = {
      get cookie() {
        return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      },
      set cookie(line: string) {
        const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
        if (line.includes("Max-Age=0")) jar.delete(name);
        else jar.set(name, value);
      },
    };
    expect(keepsCookies(page)).toBe(true);
    expect(jar.size).toBe(0);
  });

  test("sees one that does not", () => {
    const page = Object.defineProperty({ cookie: "" }, "cookie", { get: () => "", set: () => undefined });
    expect(keepsCookies(page)).toBe(false);
  });
});
