// What a person had before the eyes when sealing, as a SHA-256: so that it can be shown later what a yes was a yes to.
import type { AskingStep } from "../steps-types.ts";

/** The question, the help below it and the sentence on who can see it, each on a line of its own. */
export const canonical = (step: AskingStep, label: string) =>
  [step.prompt, ("help" in step && step.help) || "", label].join("\n").normalize("NFC");

export async function shownHash(step: AskingStep, label: string): Promise<string> {
  return sha256(canonical(step, label));
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
