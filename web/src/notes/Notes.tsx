import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Asked } from "../api/Asked.tsx";
import { rich, t } from "../i18n/t.ts";
import { Seats, type Sitting } from "../ui/Seats.tsx";
import { Kept } from "./Kept.tsx";
import { NewNote } from "./NewNote.tsx";
import { type Note, notesQuery } from "./queries.ts";
import "./notes.css";

type Props = {
  couple: string;
  /** The session's room: only what was written beside it is shown. */
  room?: string;
  /** The partners and the therapist, in seat order. */
  people: readonly Sitting[];
  /** How a note's time is written here. */
  at(note: Note): string;
};

/** The therapist's own notes, on paper that no shared page has. */
export function Notes({ couple, room, people, at }: Props) {
  const notes = useQuery(notesQuery(couple));
  const [begun, setBegun] = useState("");
  const shown = (all: readonly Note[]) =>
    all.filter((note) => note.id !== begun && (room === undefined || note.roomId === room));
  return (
    <section className="private notes" aria-label={t("notes.label")}>
      <div className="private__head">
        <Seats people={people.map((one) => ({ ...one, on: one.seat === "therapist" }))} size="xs" />
        <span>{rich("notes.seen", { b: (words) => <b>{words}</b> })}</span>
      </div>
      <div className="private__body">
        <Asked of={notes}>
          {(all) =>
            shown(all).length === 0 ? (
              <p className="meta">{t("notes.none")}</p>
            ) : (
              <ul className="notes__list">
                {shown(all).map((note) => (
                  <Kept key={note.id} couple={couple} note={note} at={at(note)} />
                ))}
              </ul>
            )
          }
        </Asked>
      </div>
      <NewNote couple={couple} {...(room === undefined ? {} : { room })} onBegin={setBegun} />
    </section>
  );
}
