// What a person had before the eyes when sealing, as a SHA-256, so that it can be shown later what a yes was a yes to.

/** Between the parts; no text that people write can hold it, so two different pages never have one hash. */
const UNIT = "\u001f";

/** As the server keeps words: NFC, and no control characters but line breaks. */
export function clean(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replaceAll("\t", " ")
    .replace(/(?!\n)\p{Cc}|\p{Cs}/gu, "")
    .normalize("NFC");
}

/** The form that `Words.shown` documents on the server: the question as it was read, and who will read the answer. */
export const canonical = (question: string, label: string) =>
  ["accord.shown.1", clean(question), clean(label)].join(UNIT);

export const shownHash = (question: string, label: string) => sha256(canonical(question, label));

/** The form that `Agreement.digest` documents on the server: what a signature signs. */
export const agreementDigest = (name: string, texts: readonly string[]) =>
  sha256(["accord.agreement.1", name, ...texts].join(UNIT));

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
