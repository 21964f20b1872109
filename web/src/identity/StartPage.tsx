import { lazy, Suspense } from "react";
import { Loading } from "../ui/Loading.tsx";
import { roleOf, useSession } from "./session.ts";

const Today = lazy(() => import("../practice/TodayPage.tsx"));
const Home = lazy(() => import("../partner/HomePage.tsx"));
const Practice = lazy(() => import("../practice/PracticePage.tsx"));

const PAGES = { therapist: Today, client: Home, "practice-admin": Practice };

/** The first page, by role. A partner's browser never loads what is a therapist's. */
export default function StartPage() {
  const Page = PAGES[roleOf(useSession())];
  return (
    <Suspense fallback={<Loading />}>
      <Page />
    </Suspense>
  );
}
