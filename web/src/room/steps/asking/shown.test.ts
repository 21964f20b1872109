import { expect, test } from "vitest";
import { agreementDigest, canonical, clean, sha256, shownHash } from "./shown.ts";

test("the question and the label, joined as the server documents", () => {
  expect(canonical("Why?", "Only you can see this")).toBe("accord.shown.1\u001fWhy?\u001fOnly you can see this");
});

test("words are cleaned as the server cleans them before it hashes", () => {
  expect(clean("e\u0301\r\nb\tc\u0007\rd")).toBe("é\nb c\nd");
});

test("a hash is 64 lower-case hex digits", async () => {
  expect(await sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(await shownHash("a", "b")).toBe(await sha256("accord.shown.1\u001fa\u001fb"));
});

test("a moved boundary between two sentences is another agreement", async () => {
  expect(await agreementDigest("", ["ab", "c"])).not.toBe(await agreementDigest("", ["a", "bc"]));
  expect(await agreementDigest("n", ["a"])).toBe(await sha256("accord.agreement.1\u001fn\u001fa"));
});
