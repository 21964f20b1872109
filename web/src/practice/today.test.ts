import { beforeAll, describe, expect, test } from "vitest";
import { speak } from "../i18n/t.ts";
import type { Appointment, CoupleSummary, SessionSummary, Today } from "./queries.ts";
import { found, lead, nextOf } from "./today.ts";

const NOW = "2026-05-14T12:05:00Z";
const now = Date.parse(NOW);

function couple(name: string): CoupleSummary {
  return { id: name, name, partners: [], since: "2026-02-26", sessions: 8, state: "active" };
}

function at(name: string, startsAt: string, state: SessionSummary["state"] = "planned"): Appointment {
  const session = { id: name, roomId: name, number: 9, minutes: 50, place: "room", exercises: [] } as const;
  return { couple: couple(name), session: { ...session, exercises: [], startsAt, state } };
}

function day(...sessions: Appointment[]): Today {
  return { now: NOW, zone: "Europe/Berlin", sessions, couples: [], records: [], worthALook: [] };
}

beforeAll(() => speak("en"));

describe("what comes next today", () => {
  test("is the first that is not over", () => {
    const today = day(
      at("Priya and Sam", "2026-05-14T08:00:00Z", "closed"),
      at("Noor and Daniel", "2026-05-14T12:30:00Z"),
      at("Gwen and Sofia", "2026-05-14T15:00:00Z"),
    );
    expect(nextOf(today, now)?.couple.name).toBe("Noor and Daniel");
    expect(lead(today, now)).toBe("Three sessions today. Noor and Daniel are next, in 25 minutes.");
  });

  test("is the one that is running, whatever else is planned", () => {
    const today = day(
      at("Noor and Daniel", "2026-05-14T12:30:00Z"),
      at("Gwen and Sofia", "2026-05-14T11:00:00Z", "open"),
    );
    expect(lead(today, now)).toBe("Two sessions today. Gwen and Sofia have begun.");
  });

  test("has a time where it is far away", () => {
    expect(lead(day(at("Gwen and Sofia", "2026-05-14T15:00:00Z")), now)).toBe(
      "One session today. Gwen and Sofia are next, at 17:00.",
    );
  });

  test("is still the one to which people come late, and not one that nobody came to", () => {
    expect(nextOf(day(at("a", "2026-05-14T11:45:00Z")), now)).toBeDefined();
    expect(nextOf(day(at("a", "2026-05-14T10:00:00Z")), now)).toBeUndefined();
  });

  test("is nothing on a day without sessions", () => {
    expect(lead(day(), now)).toBe("No session today.");
  });
});

test("a couple is found by any part of its name", () => {
  const couples = [couple("Noor and Daniel"), couple("Lena and Marcus")];
  expect(found(couples, " dan").map((one) => one.name)).toEqual(["Noor and Daniel"]);
  expect(found(couples, "")).toHaveLength(2);
});
