// The text that two people write together: sentences with a version and an author. A change to the
// other's sentence is a suggestion, so nothing that anybody wrote is ever overwritten. Pure.
import type { RoomCommand, RoomEvent, RoomEvents, Seat } from "../../../live/wire.ts";

export type Line = {
  readonly id: string;
  readonly by: Seat;
  readonly text: string;
  readonly version: number;
};

/** A change that the line's author has still to decide. */
export type Suggestion = {
  readonly id: string;
  readonly line: string;
  readonly lineVersion: number;
  readonly by: Seat;
  readonly text: string;
};

export type Signature = { readonly seat: Seat; readonly version: number; readonly at: string };

/** The words of a version that somebody had signed, before they changed. */
export type Earlier = {
  readonly version: number;
  readonly name: string;
  readonly lines: readonly string[];
};

export type Agreement = {
  /** Counts every change of words; 0 is the empty page. */
  readonly version: number;
  /** Empty until somebody names it: then the step's own heading stands. */
  readonly name: string;
  readonly lines: readonly Line[];
  readonly suggestions: readonly Suggestion[];
  /** Suggestions that the line's author would rather talk about: their words stay to be read. */
  readonly toTalk: readonly Suggestion[];
  readonly days: number | null;
  readonly signatures: readonly Signature[];
  readonly earlier: readonly Earlier[];
  readonly made: { readonly version: number; readonly reviewOn: string } | null;
};

export const emptyAgreement: Agreement = {
  version: 0,
  name: "",
  lines: [],
  suggestions: [],
  toTalk: [],
  days: null,
  signatures: [],
  earlier: [],
  made: null,
};

/** Who did it and when, beside what was done. */
export type By = { readonly by: Seat | "room"; readonly at: string };

export const lineOf = (agreement: Agreement, id: string) => agreement.lines.find((line) => line.id === id);

/** The signature under the words as they are now; an older one no longer counts. */
export const signatureOf = (agreement: Agreement, seat: Seat) =>
  agreement.signatures.find((each) => each.seat === seat && each.version === agreement.version);

/** The signature under other words than these, for "The words have changed since". */
export const olderSignatureOf = (agreement: Agreement, seat: Seat) =>
  agreement.signatures.find((each) => each.seat === seat && each.version !== agreement.version);

export const isMade = (agreement: Agreement) => agreement.made?.version === agreement.version;

/** Whether the sentence has changed since this was suggested. Its words stay to be read, and can be suggested anew. */
export const isStale = (agreement: Agreement, suggestion: Suggestion) =>
  lineOf(agreement, suggestion.line)?.version !== suggestion.lineVersion;

/** Why it cannot be signed yet, or null where it can. */
export function notYet(agreement: Agreement, me: Seat): "empty" | "mine" | "theirs" | null {
  const open = agreement.suggestions[0];
  if (agreement.lines.length === 0) {
    return "empty";
  }
  return open ? (open.by === me ? "theirs" : "mine") : null;
}

export function evolve(agreement: Agreement, event: RoomEvent, { by, at }: By): Agreement {
  switch (event.type) {
    case "AgreementNamed":
      return { ...turned(agreement, event.data.version), name: event.data.text };
    case "LineAdded": {
      const { line: id, text } = event.data;
      const line: Line = { id, by: seat(by), text, version: 1 };
      const next = turned(agreement, event.data.version);
      return { ...next, lines: [...next.lines.filter((each) => each.id !== id), line] };
    }
    case "LineChanged": {
      const { line, lineVersion, text } = event.data;
      return written(turned(agreement, event.data.version), line, lineVersion, text);
    }
    case "ChangeSuggested": {
      const { suggestion: id, line, lineVersion, text } = event.data;
      const suggestion: Suggestion = { id, line, lineVersion, by: seat(by), text };
      return {
        ...agreement,
        suggestions: [...agreement.suggestions.filter((each) => each.id !== id), suggestion],
      };
    }
    case "SuggestionTaken": {
      const { suggestion, line, lineVersion, version } = event.data;
      const text = agreement.suggestions.find((each) => each.id === suggestion)?.text;
      const next = turned(agreement, version);
      const rest = { ...next, suggestions: next.suggestions.filter((each) => each.id !== suggestion) };
      return text === undefined ? rest : written(rest, line, lineVersion, text);
    }
    case "SuggestionLeft": {
      const left = agreement.suggestions.find((each) => each.id === event.data.suggestion);
      return {
        ...agreement,
        suggestions: agreement.suggestions.filter((each) => each !== left),
        toTalk: left && left.by !== by ? [...agreement.toTalk, left] : agreement.toTalk,
      };
    }
    case "LineRemoved": {
      const next = turned(agreement, event.data.version);
      return {
        ...next,
        lines: next.lines.filter((each) => each.id !== event.data.line),
        suggestions: next.suggestions.filter((each) => each.line !== event.data.line),
        toTalk: next.toTalk.filter((each) => each.line !== event.data.line),
      };
    }
    case "ReviewDaySet":
      return { ...agreement, days: event.data.days };
    case "AgreementSigned": {
      const signature: Signature = { seat: seat(by), version: event.data.version, at };
      return { ...agreement, signatures: [...without(agreement, seat(by)), signature] };
    }
    case "SignatureTakenBack":
      return { ...agreement, signatures: without(agreement, seat(by)) };
    case "AgreementMade":
      return {
        ...agreement,
        made: { version: event.data.version, reviewOn: event.data.reviewOn },
      };
    case "AgreementTakenUp":
      return takenUp(event.data);
    case "TextOpened":
      return { ...turned(agreement, agreement.version), signatures: [], made: null };
    default:
      return agreement;
  }
}

/** What stood in the session; what was signed there by all stays readable. */
function takenUp(copy: RoomEvents["AgreementTakenUp"]): Agreement {
  return {
    version: copy.version,
    name: copy.name,
    lines: copy.lines.map(({ line, by, version, text }) => ({ id: line, by, version, text })),
    suggestions: copy.suggestions.map(({ suggestion, ...rest }) => ({ id: suggestion, ...rest })),
    toTalk: [],
    days: copy.reviewDays,
    signatures: copy.signed.map(({ seat, on }) => ({ seat, version: copy.version, at: `${on}T12:00:00Z` })),
    earlier: copy.made
      .filter((one) => one.version !== copy.version)
      .map(({ version, name, lines }) => ({ version, name, lines })),
    made: copy.signedByAll && copy.lookOn !== null ? { version: copy.version, reviewOn: copy.lookOn } : null,
  };
}

/** How the server will answer. A signature is not foretold: it counts only once it is kept. */
export function foretell(agreement: Agreement, command: RoomCommand): RoomEvent | undefined {
  const version = agreement.version + 1;
  switch (command.type) {
    case "NameAgreement": {
      const { where, text } = command.data;
      return { type: "AgreementNamed", data: { where, version, text } };
    }
    case "AddLine": {
      const { where, line, text } = command.data;
      return { type: "LineAdded", data: { where, version, line, text } };
    }
    case "ChangeOwnLine": {
      const { where, line, base, text } = command.data;
      return lineOf(agreement, line)?.version === base
        ? { type: "LineChanged", data: { where, version, line, lineVersion: base + 1, text } }
        : undefined;
    }
    case "SuggestChange": {
      const { where, line, base, suggestion, text } = command.data;
      return {
        type: "ChangeSuggested",
        data: { where, line, lineVersion: base, suggestion, text },
      };
    }
    case "TakeSuggestion": {
      const { where, suggestion } = command.data;
      const found = agreement.suggestions.find((each) => each.id === suggestion);
      const line = found && lineOf(agreement, found.line);
      return line
        ? {
            type: "SuggestionTaken",
            data: { where, version, suggestion, line: line.id, lineVersion: line.version + 1 },
          }
        : undefined;
    }
    case "LeaveSuggestion":
      return { type: "SuggestionLeft", data: command.data };
    case "RemoveOwnLine": {
      const { where, line } = command.data;
      return { type: "LineRemoved", data: { where, version, line } };
    }
    case "SetReviewDay":
      return { type: "ReviewDaySet", data: command.data };
    default:
      return undefined;
  }
}

/** Any change of words makes a new version; one that was signed stays readable. */
function turned(agreement: Agreement, version: number): Agreement {
  const signed = agreement.signatures.some((each) => each.version === agreement.version);
  const { name, lines } = agreement;
  const kept: Earlier = {
    version: agreement.version,
    name,
    lines: lines.map((line) => line.text),
  };
  return {
    ...agreement,
    version,
    earlier: signed ? [...agreement.earlier.filter((each) => each.version !== kept.version), kept] : agreement.earlier,
  };
}

/** The line in new words, where it stood. */
function written(agreement: Agreement, id: string, version: number, text: string): Agreement {
  return {
    ...agreement,
    lines: agreement.lines.map((line) => (line.id === id ? { ...line, version, text } : line)),
    toTalk: agreement.toTalk.filter((each) => each.line !== id),
  };
}

const without = (agreement: Agreement, who: Seat) => agreement.signatures.filter((each) => each.seat !== who);

/** Changes of words always have an author; "room" never writes. */
const seat = (by: Seat | "room"): Seat => (by === "room" ? "therapist" : by);
