// Facts, not advice: numbers that have to be dialled and read on their own pages before each release. The page shows
// all lines of a region to everybody, first those for danger, and nobody is sent to one by an answer.

export type Region = "DE" | "GB" | "US" | "ES" | "EU";
export type Line = {
  name: string;
  number: string;
  for: "danger" | "talk" | "violence";
  note?: "hours" | "england" | "notEverywhere";
};

export const REGIONS: Record<Region, readonly Line[]> = {
  DE: [
    { name: "Notruf", number: "112", for: "danger" },
    { name: "Polizei", number: "110", for: "danger" },
    { name: "TelefonSeelsorge", number: "0800 111 0 111", for: "talk" },
    { name: "Hilfetelefon Gewalt gegen Frauen", number: "116 016", for: "violence" },
    { name: "Hilfetelefon Gewalt an Männern", number: "0800 1239900", for: "violence", note: "hours" },
  ],
  GB: [
    { name: "Emergency", number: "999", for: "danger" },
    { name: "Samaritans", number: "116 123", for: "talk" },
    { name: "National Domestic Abuse Helpline", number: "0808 2000 247", for: "violence", note: "england" },
    { name: "Men’s Advice Line", number: "0808 801 0327", for: "violence", note: "hours" },
    { name: "Galop LGBT+ helpline", number: "0800 999 5428", for: "violence", note: "hours" },
  ],
  US: [
    { name: "Emergency", number: "911", for: "danger" },
    { name: "Suicide and Crisis Lifeline", number: "988", for: "talk" },
    { name: "National Domestic Violence Hotline", number: "1-800-799-7233", for: "violence" },
  ],
  ES: [
    { name: "Emergencias", number: "112", for: "danger" },
    { name: "Línea 024 (conducta suicida)", number: "024", for: "talk" },
    { name: "Línea 016 (violencia de género)", number: "016", for: "violence" },
  ],
  EU: [
    { name: "Emergency", number: "112", for: "danger" },
    { name: "Emotional support", number: "116 123", for: "talk", note: "notEverywhere" },
    { name: "Help with violence against women", number: "116 016", for: "violence", note: "notEverywhere" },
  ],
};

const ZONES: Record<string, Region> = {
  "Europe/Berlin": "DE",
  "Europe/London": "GB",
  "Europe/Belfast": "GB",
  "Europe/Madrid": "ES",
  "Atlantic/Canary": "ES",
  "Africa/Ceuta": "ES",
};

/** A guess at where somebody is, from what the browser says without asking: the zone first, then the language. */
export function guess(zone: string, languages: readonly string[]): Region {
  const byZone = ZONES[zone];
  if (byZone !== undefined) return byZone;
  const country = languages
    .map((language) => language.split("-").at(-1))
    .find((part) => part !== undefined && part in REGIONS);
  return country === "US" && !zone.startsWith("America/") ? "EU" : ((country as Region | undefined) ?? "EU");
}

/** What a phone dials. */
export function dial(number: string): string {
  return `tel:${number.replaceAll(/[^\d+]/g, "")}`;
}
