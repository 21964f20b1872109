import { NothingHere } from "../identity/pages.tsx";
import { roleOf, useSession } from "../identity/session.ts";
import { StaffFrame } from "../practice/Frame.tsx";
import { Library } from "./Library.tsx";

/** The library, from which a session can be started. */
export default function ExercisesPage() {
  if (roleOf(useSession()) !== "therapist") return <NothingHere />;
  return (
    <StaffFrame>
      <Library />
    </StaffFrame>
  );
}
