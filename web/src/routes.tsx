// The only list of routes. Every page is loaded when it is first opened.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { Gate } from "./identity/Gate.tsx";
import { Broken, NothingHere } from "./identity/pages.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NothingHere, errorComponent: Broken });

const help = createRoute({
  getParentRoute: () => root,
  path: "/help",
  component: lazyRouteComponent(() => import("./safety/HelpPage.tsx")),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: "/signin",
  component: lazyRouteComponent(() => import("./identity/SignInPage.tsx")),
});

/** Everything that only somebody signed in may see. */
const inside = createRoute({ getParentRoute: () => root, id: "inside", component: Gate });

const start = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: lazyRouteComponent(() => import("./identity/StartPage.tsx")),
});
const room = createRoute({
  getParentRoute: () => inside,
  path: "/room/$id",
  component: lazyRouteComponent(() => import("./room/RoomPage.tsx")),
});
const me = createRoute({
  getParentRoute: () => inside,
  path: "/me",
  component: lazyRouteComponent(() => import("./identity/MePage.tsx")),
});
const couple = createRoute({
  getParentRoute: () => inside,
  path: "/couples/$id",
  component: lazyRouteComponent(() => import("./couple/CouplePage.tsx")),
});
const sessions = createRoute({
  getParentRoute: () => inside,
  path: "/couples/$id/sessions",
  component: lazyRouteComponent(() => import("./couple/SessionsPage.tsx")),
});
const coupleCheckins = createRoute({
  getParentRoute: () => inside,
  path: "/couples/$id/checkins",
  component: lazyRouteComponent(() => import("./checkin/CoupleCheckinsPage.tsx")),
});
const checkin = createRoute({
  getParentRoute: () => inside,
  path: "/checkin",
  component: lazyRouteComponent(() => import("./checkin/CheckinPage.tsx")),
});
const afterSession = createRoute({
  getParentRoute: () => inside,
  path: "/after/$id",
  component: lazyRouteComponent(() => import("./checkin/AfterSessionPage.tsx")),
});
const progress = createRoute({
  getParentRoute: () => inside,
  path: "/progress",
  component: lazyRouteComponent(() => import("./progress/ProgressPage.tsx")),
});
const addWin = createRoute({
  getParentRoute: () => inside,
  path: "/progress/win",
  component: lazyRouteComponent(() => import("./progress/AddWinPage.tsx")),
});
const letters = createRoute({
  getParentRoute: () => inside,
  path: "/letters",
  component: lazyRouteComponent(() => import("./progress/LettersPage.tsx")),
});
const coupleProgress = createRoute({
  getParentRoute: () => inside,
  path: "/couples/$id/progress",
  component: lazyRouteComponent(() => import("./progress/therapist/CoupleProgressPage.tsx")),
});
const notes = createRoute({
  getParentRoute: () => inside,
  path: "/couples/$id/notes",
  component: lazyRouteComponent(() => import("./couple/NotesPage.tsx")),
});
const threads = createRoute({
  getParentRoute: () => inside,
  path: "/couples/$id/messages",
  component: lazyRouteComponent(() => import("./couple/ThreadsPage.tsx")),
});
const record = createRoute({
  getParentRoute: () => inside,
  path: "/couples/$id/sessions/$session",
  component: lazyRouteComponent(() => import("./couple/RecordPage.tsx")),
});
const messages = createRoute({
  getParentRoute: () => inside,
  path: "/messages",
  component: lazyRouteComponent(() => import("./messages/MessagesPage.tsx")),
});
const journal = createRoute({
  getParentRoute: () => inside,
  path: "/journal",
  component: lazyRouteComponent(() => import("./journal/JournalPage.tsx")),
});
const startSession = createRoute({
  getParentRoute: () => inside,
  path: "/couples/$id/start",
  component: lazyRouteComponent(() => import("./couple/StartSessionPage.tsx")),
});
const exercises = createRoute({
  getParentRoute: () => inside,
  path: "/exercises",
  component: lazyRouteComponent(() => import("./exercise/ExercisesPage.tsx")),
});
const editor = createRoute({
  getParentRoute: () => inside,
  path: "/exercises/drafts/$id",
  component: lazyRouteComponent(() => import("./editor/EditorPage.tsx")),
});
const tryDraft = createRoute({
  getParentRoute: () => inside,
  path: "/exercises/drafts/$id/try",
  component: lazyRouteComponent(() => import("./editor/TryPage.tsx"), "TryDraftPage"),
});
const tryExercise = createRoute({
  getParentRoute: () => inside,
  path: "/exercises/try/$id",
  component: lazyRouteComponent(() => import("./editor/TryPage.tsx"), "TryExercisePage"),
});
const importFile = createRoute({
  getParentRoute: () => inside,
  path: "/exercises/import",
  component: lazyRouteComponent(() => import("./editor/ImportPage.tsx")),
});

const tasks = createRoute({
  getParentRoute: () => inside,
  path: "/homework",
  component: lazyRouteComponent(() => import("./homework/TasksPage.tsx")),
});
const task = createRoute({
  getParentRoute: () => inside,
  path: "/homework/$id",
  component: lazyRouteComponent(() => import("./homework/TaskPage.tsx")),
});
const sharedHomework = createRoute({
  getParentRoute: () => inside,
  path: "/homework/$id/shared",
  component: lazyRouteComponent(() => import("./homework/SharedPage.tsx")),
});
const assignments = createRoute({
  getParentRoute: () => inside,
  path: "/couples/$id/homework",
  component: lazyRouteComponent(() => import("./homework/therapist/AssignmentsPage.tsx")),
});
const review = createRoute({
  getParentRoute: () => inside,
  path: "/couples/$id/homework/$homework",
  component: lazyRouteComponent(() => import("./homework/therapist/ReviewPage.tsx")),
});

const agreements = createRoute({
  getParentRoute: () => inside,
  path: "/agreements",
  component: lazyRouteComponent(() => import("./agreement/AgreementsPage.tsx")),
});
const agreement = createRoute({
  getParentRoute: () => inside,
  path: "/agreements/$id",
  component: lazyRouteComponent(() => import("./agreement/AgreementPage.tsx")),
});
const agreementWeek = createRoute({
  getParentRoute: () => inside,
  path: "/agreements/$id/week",
  component: lazyRouteComponent(() => import("./agreement/WeekPage.tsx")),
});
const agreementLook = createRoute({
  getParentRoute: () => inside,
  path: "/agreements/$id/look",
  component: lazyRouteComponent(() => import("./agreement/LookPage.tsx")),
});
const agreementWords = createRoute({
  getParentRoute: () => inside,
  path: "/agreements/$id/words",
  component: lazyRouteComponent(() => import("./agreement/WordsPage.tsx")),
});
const coupleAgreements = createRoute({
  getParentRoute: () => inside,
  path: "/couples/$id/agreements",
  component: lazyRouteComponent(() => import("./agreement/CoupleAgreementsPage.tsx")),
});

const instruments = createRoute({
  getParentRoute: () => inside,
  path: "/instruments",
  component: lazyRouteComponent(() => import("./instruments/InstrumentsPage.tsx")),
});
const instrumentImport = createRoute({
  getParentRoute: () => inside,
  path: "/instruments/import",
  component: lazyRouteComponent(() => import("./instruments/ImportPage.tsx")),
});
const instrument = createRoute({
  getParentRoute: () => inside,
  path: "/instruments/$id",
  component: lazyRouteComponent(() => import("./instruments/InstrumentPage.tsx")),
});
const questionnaire = createRoute({
  getParentRoute: () => inside,
  path: "/questionnaires/$id",
  component: lazyRouteComponent(() => import("./instruments/QuestionnairePage.tsx")),
});

const tree = root.addChildren([
  help,
  signIn,
  inside.addChildren([
    start,
    room,
    me,
    tasks,
    task,
    sharedHomework,
    checkin,
    afterSession,
    progress,
    addWin,
    letters,
    coupleProgress,
    messages,
    journal,
    couple,
    sessions,
    record,
    coupleCheckins,
    startSession,
    assignments,
    review,
    threads,
    notes,
    exercises,
    agreements,
    agreement,
    agreementWeek,
    agreementLook,
    agreementWords,
    coupleAgreements,
    editor,
    tryDraft,
    tryExercise,
    importFile,
    instruments,
    instrumentImport,
    instrument,
    questionnaire,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NothingHere,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
