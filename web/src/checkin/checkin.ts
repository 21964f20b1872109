// Where somebody is in a check-in, and who sees what they answer. Pure.
import type { MyCheckin, Question } from "./queries.ts";

/** What is on screen: the first page, a question by its number, one's own words, the last page. */
export type At = { page: "begin" } | { page: "question"; number: number } | { page: "line" } | { page: "thanks" };

/** Where it goes on: at the first question that was neither answered nor skipped. */
export function whereItGoesOn(checkin: MyCheckin): At {
  const come = new Set(checkin.answers.map((answer) => answer.item));
  if (come.size === 0) return { page: "begin" };
  const next = checkin.questions.items.findIndex((item) => !come.has(item.id));
  if (next >= 0) return { page: "question", number: next };
  // Words that only their author reads may be half a sentence that a reload cut off.
  return checkin.questions.line && checkin.said?.reach !== "therapist" ? { page: "line" } : { page: "thanks" };
}

/** The page after this one. */
export function after(at: At, checkin: MyCheckin): At {
  const items = checkin.questions.items.length;
  if (at.page === "begin") return { page: "question", number: 0 };
  if (at.page === "question" && at.number + 1 < items) return { page: "question", number: at.number + 1 };
  if (at.page === "question" && checkin.questions.line) return { page: "line" };
  return { page: "thanks" };
}

/** The page before this one. */
export function before(at: At, checkin: MyCheckin): At {
  const last = checkin.questions.items.length - 1;
  if (at.page === "thanks") return checkin.questions.line ? { page: "line" } : { page: "question", number: last };
  if (at.page === "line") return { page: "question", number: last };
  if (at.page === "question" && at.number > 0) return { page: "question", number: at.number - 1 };
  return { page: "begin" };
}

/**
 * Who sees a number: "never" and "kept" are the author and the therapist; "all" only where a chart says that both share it
 * already; "if-both" tells nothing of the other.
 */
export type SeenBy = "never" | "kept" | "if-both" | "all" | "next";

export function seenBy(item: Question, checkin: MyCheckin): SeenBy {
  if (!item.shareable) return "never";
  const sharing = checkin.sharing.find((one) => one.item === item.id);
  if (!sharing?.on) return "kept";
  if (!sharing.thisWeek) return "next";
  return sharing.chart ? "all" : "if-both";
}

/** How many characters are left, as a person counts them. */
export function left(text: string, max: number): number {
  return max - [...text.normalize("NFC")].length;
}
