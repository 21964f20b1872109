import { getRouteApi } from "@tanstack/react-router";
import { dayAt } from "../i18n/dates.ts";
import { t } from "../i18n/t.ts";
import { useSession } from "../identity/session.ts";
import { Notes } from "../notes/Notes.tsx";
import { CoupleFrame } from "./CoupleFrame.tsx";
import { serverNow } from "./now.ts";
import type { Couple } from "./queries.ts";

const route = getRouteApi("/inside/couples/$id/notes");

/** The therapist's private notes on a couple. */
export default function NotesPage() {
  const { id } = route.useParams();
  return <CoupleFrame id={id}>{(couple) => <Page couple={couple} />}</CoupleFrame>;
}

function Page({ couple }: { couple: Couple }) {
  const session = useSession();
  const people = [...couple.partners, { seat: "therapist", name: session.person.shortName }];
  return (
    <div className="notespage">
      <h2 className="vh">{t("notes.title")}</h2>
      <Notes couple={couple.id} people={people} at={(note) => dayAt(note.at, couple.zone, serverNow(session))} />
      <p className="meta">{t("notes.apart")}</p>
    </div>
  );
}
