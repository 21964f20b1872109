// Homework as whoever does it knows it: what was given with it, and how far the own part is. Pure.
import type { Opens, RoomEvent, Seat } from "../../live/wire.ts";

export type Comment = { readonly text: string; readonly to: Seat | null };

export type Homework = {
  /** Null in a session. */
  readonly given: { readonly note: string | null; readonly until: string | null; readonly opens: Opens } | null;
  readonly handedIn: { readonly toAll: boolean } | null;
  /** Read by the therapist, or by the other: from then on it stays. */
  readonly read: boolean;
  readonly handedOver: boolean;
  readonly comments: readonly Comment[];
  readonly talkedAbout: boolean;
  readonly putAway: boolean;
};

export const noHomework: Homework = {
  given: null,
  handedIn: null,
  read: false,
  handedOver: false,
  comments: [],
  talkedAbout: false,
  putAway: false,
};

/** Events of others' parts do not come here at all; those that name a seat name the own. */
export function evolve(homework: Homework, event: RoomEvent, me: Seat | null): Homework {
  switch (event.type) {
    case "HomeworkGiven": {
      const { note, until, opens } = event.data;
      return { ...homework, given: { note, until, opens } };
    }
    case "HandedIn":
      return event.data.seat === me ? { ...homework, handedIn: { toAll: event.data.toAll } } : homework;
    case "HandInTakenBack":
      return event.data.seat === me ? { ...homework, handedIn: null } : homework;
    case "HandInRead":
    case "GivenToAll":
      return event.data.seat === me ? { ...homework, read: true } : homework;
    case "HandedOver":
      return { ...homework, handedOver: true };
    case "Commented":
      return { ...homework, comments: [...homework.comments, event.data] };
    case "TalkedAbout":
      return { ...homework, talkedAbout: true };
    case "HomeworkPutAway":
      return { ...homework, putAway: true };
    default:
      return homework;
  }
}
