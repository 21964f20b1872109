import { describe, expect, test } from "vitest";
import { dial, guess, REGIONS } from "./crisis.ts";

describe("the numbers to call", () => {
  test.each(Object.entries(REGIONS))("in %s begin with one for danger", (_, lines) => {
    expect(lines[0]?.for).toBe("danger");
    expect(new Set(lines.map((line) => line.number)).size).toBe(lines.length);
  });

  test("are dialled without their spaces", () => {
    expect([dial("0800 111 0 111"), dial("1-800-799-7233")]).toEqual(["tel:08001110111", "tel:18007997233"]);
  });

  test.each([
    ["Europe/Berlin", ["en-US"], "DE"],
    ["Europe/London", ["en"], "GB"],
    ["America/Chicago", ["en-US"], "US"],
    ["America/Sao_Paulo", ["pt-BR"], "EU"],
    ["Europe/Paris", ["en-US"], "EU"],
    ["Europe/Vienna", ["de-AT"], "EU"],
    ["Pacific/Honolulu", [], "EU"],
  ])("for %s and %j are those of %s", (zone, languages, region) => {
    expect(guess(zone, languages)).toBe(region);
  });
});
