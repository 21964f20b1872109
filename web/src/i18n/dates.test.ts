import { beforeAll, describe, expect, test, vi } from "vitest";
import { day, dayAt, daysFrom, list, longDay, minutesUntil, month, plainDate, shortDay, time } from "./dates.ts";
import { speak } from "./t.ts";

const BERLIN = "Europe/Berlin";
const NOW = "2026-05-14T12:05:00Z"; // 14:05 in Berlin

beforeAll(() => speak("en"));

describe("a date", () => {
  test("is in the couple's zone, not in the device's", () => {
    vi.stubEnv("TZ", "America/Los_Angeles");
    expect(time("2026-05-14T12:30:00Z", BERLIN)).toBe("14:30");
    expect(dayAt("2026-05-14T22:30:00Z", BERLIN, NOW)).toBe("Tomorrow at 00:30");
    vi.unstubAllEnvs();
  });

  test("is said as people say it", () => {
    expect(longDay(NOW, BERLIN)).toBe("Thursday, 14 May");
    expect(day(NOW, BERLIN, NOW)).toBe("Today");
    expect(dayAt("2026-05-15T07:00:00Z", BERLIN, NOW, true)).toBe("tomorrow at 09:00");
    expect(shortDay("2026-05-18T14:00:00Z", BERLIN, NOW)).toBe("Mon 18 May");
    expect(shortDay("2025-12-29T14:00:00Z", BERLIN, NOW)).toBe("Mon 29 Dec 2025");
    expect(plainDate("2026-05-28")).toBe("28 May");
    expect(month("2026-02-26", NOW)).toBe("February");
    expect(month("2025-02-26", NOW)).toBe("February 2025");
  });

  test("counts days by the calendar, over the change of the clocks too", () => {
    expect(daysFrom("2026-03-28T22:30:00Z", "2026-03-29T22:30:00Z", BERLIN)).toBe(2);
    expect(daysFrom("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z", BERLIN)).toBe(1);
  });

  test("is never less than it is: 25 minutes until 24 are left", () => {
    const at = "2026-05-14T12:30:00Z";
    expect(minutesUntil(at, Date.parse("2026-05-14T12:05:00Z"))).toBe(25);
    expect(minutesUntil(at, Date.parse("2026-05-14T12:05:59Z"))).toBe(25);
    expect(minutesUntil(at, Date.parse("2026-05-14T12:30:01Z"))).toBeLessThanOrEqual(0);
  });
});

test("names stand in a sentence", () => {
  expect([["Noor"], ["Noor", "Daniel"], ["Noor", "Daniel", "Sam"]].map(list)).toEqual([
    "Noor",
    "Noor and Daniel",
    "Noor, Daniel and Sam",
  ]);
});
