// What goes over the wire of a room. Written from the Java records by WireTypesTest, never by hand:
// mvn -B -ntp test -Dskip.web -Dtest=WireTypesTest -Dwrite

/** A place in a room. It belongs to the case, not to a person. */
export type Seat =
  | "partner-1"
  | "partner-2"
  | "partner-3"
  | "partner-4"
  | "partner-5"
  | "partner-6"
  | "therapist"
  | "co-1"
  | "co-2"
  | "co-3"
  | "co-4"
  | "guest-1"
  | "guest-2"
  | "guest-3"
  | "guest-4"
  | "guest-5";

/** Who may read an answer, from narrow to wide. */
export type Reach =
  | "me"
  | "therapist"
  | "reveal"
  | "room";

/** The couple's policy. */
export type Secrets =
  | "no-secrets"
  | "limited"
  | "separate";

/** What needs everybody's yes in a room without a therapist. */
export type Wish =
  | "open-step"
  | "open-answers"
  | "leave-closed"
  | "give-turn"
  | "end-pause"
  | "end-exercise";

/** When answers that wait for each other in homework are opened. */
export type Opens =
  | "in-session"
  | "on-the-day";

/** What one of them says of an agreement and a week. */
export type Mark =
  | "kept"
  | "talked-about"
  | "not-come-up";

/** What one of them answers when they look at an agreement again. */
export type ReviewAnswer =
  | "kept"
  | "mostly"
  | "other-words";

/** Why a command is refused: the problem's type is "/problems/" and this. */
export type Refusal =
  | "door-is-closed"
  | "room-has-closed"
  | "not-yours-to-do"
  | "not-your-turn"
  | "room-is-paused"
  | "not-with-each-yet"
  | "not-running"
  | "already-running"
  | "no-such-exercise"
  | "not-now"
  | "not-both-here"
  | "step-is-not-open"
  | "no-such-step"
  | "wrong-kind"
  | "bad-value"
  | "nothing-written"
  | "too-long"
  | "wider-than-the-step"
  | "already-sealed"
  | "not-sealed"
  | "already-opened"
  | "left-closed"
  | "nothing-to-open"
  | "answers-are-sealed"
  | "no-such-line"
  | "line-has-moved-on"
  | "not-your-line"
  | "too-many-lines"
  | "words-have-changed"
  | "nothing-to-sign"
  | "handed-in"
  | "not-handed-in"
  | "put-away"
  | "signed-by-all"
  | "agreement-has-ended"
  | "too-late";

export type Where = { run: number; step: string; round: number };

export type Pile = { pile: string; cards: readonly string[] };

export type OwnCard = { card: string; text: string };

export type Theirs = { seat: Seat; value: Answer };

export type Opened = { step: string; answers: readonly Theirs[] };

export type Handed = { step: string; value: Answer };

export type WrittenLine = { line: string; by: Seat; version: number; text: string };

export type WrittenSuggestion = {
  suggestion: string;
  by: Seat;
  line: string;
  lineVersion: number;
  text: string;
};

export type Signature = { seat: Seat; digest: string; on: string };

export type Version = {
  version: number;
  name: string;
  lines: readonly string[];
  signed: readonly Signature[];
  on: string;
  reviewOn: string;
};

export type Reviewed = { seat: Seat; answer: ReviewAnswer };

/** What a person answered, by the kind of the step. */
export type Answer =
  | { kind: "write"; text: string }
  | { kind: "scale"; number: number }
  | { kind: "choose"; options: readonly string[]; own?: string }
  | { kind: "sort"; piles: readonly Pile[]; own: readonly OwnCard[] }
  | { kind: "closing"; number?: number; word?: string };

/** The data of each event by its type. */
export type RoomEvents = {
  DoorOpened: Record<string, never>;
  Attended: { seat: Seat };
  RoomClosed: Record<string, never>;
  RoomReopened: Record<string, never>;
  LeftForToday: { seat: Seat };
  Said: { text: string };
  HelpAsked: Record<string, never>;
  PauseAsked: Record<string, never>;
  PauseBegan: Record<string, never>;
  PauseEnded: Record<string, never>;
  WordAloneAsked: Record<string, never>;
  AloneTurnGiven: { with: Seat };
  CameBackTogether: Record<string, never>;
  FloorGiven: { to: Seat | null };
  TimerSet: { from: string; seconds: number };
  TimerCleared: Record<string, never>;
  ExerciseStarted: {
    run: number;
    exercise: string;
    version: number;
    digest: string;
    steps: readonly string[];
    secrets: Secrets;
  };
  StepOpened: { where: Where };
  Wished: { wish: Wish; step: string | null; speaker: Seat | null };
  StepAdapted: { where: Where; words: Readonly<Record<string, string>> };
  ExerciseRested: { run: number };
  ExerciseEnded: { run: number };
  StageShown: { digest: string; step: string; answers: readonly Theirs[] };
  StageCleared: Record<string, never>;
  HomeworkGiven: {
    group: string;
    exercise: string;
    version: number;
    digest: string;
    until: string | null;
    opens: Opens;
    note: string | null;
  };
  WorkBegun: { seat: Seat };
  HandedIn: { run: number; seat: Seat; toAll: boolean };
  HandInTakenBack: { run: number; seat: Seat };
  HandInRead: { run: number; seat: Seat; answers: readonly Handed[] };
  GivenToAll: { run: number; seat: Seat; digest: string; answers: readonly Handed[] };
  HandedOver: { run: number; opened: readonly Opened[] };
  Commented: { text: string; to: Seat | null };
  TalkedAbout: Record<string, never>;
  HomeworkPutAway: Record<string, never>;
  CardPlaced: {
    where: Where;
    card: string;
    pile: string | null;
    place: number;
    text: string | null;
  };
  ProgressMade: { where: Where; seat: Seat; done: number; of: number };
  AnswerSealed: {
    where: Where;
    answer: string;
    reach: Reach;
    value: Answer;
    shown: string;
  };
  AnswerReopened: { where: Where; answer: string };
  LeftEmpty: { where: Where };
  WorkFinished: { where: Where; seat: Seat };
  WorkResumed: { where: Where; seat: Seat };
  BothFinished: { where: Where };
  OpenableChanged: { where: Where; openable: boolean };
  AnswerShared: { where: Where; text: string };
  Revealed: { where: Where; opened: readonly Opened[]; closed: readonly string[] };
  StepLeftClosed: { where: Where; steps: readonly string[] };
  TalkMarked: { where: Where; row: string; on: boolean };
  RowChosen: { where: Where; row: string };
  TurnGiven: { where: Where; turn: number; speaker: Seat; listener: Seat };
  SpokenToEnd: { where: Where; turn: number };
  SaidBack: { where: Where; turn: number; attempt: number; text: string | null };
  TurnConfirmed: { where: Where; turn: number };
  NotQuiteSaid: { where: Where; turn: number; text: string | null };
  TurnPassed: { where: Where; turn: number };
  WordsKept: { where: Where; text: string };
  AgreementNamed: { where: Where; version: number; text: string };
  LineAdded: { where: Where; version: number; line: string; text: string };
  LineChanged: {
    where: Where;
    version: number;
    line: string;
    lineVersion: number;
    text: string;
  };
  ChangeSuggested: {
    where: Where;
    line: string;
    lineVersion: number;
    suggestion: string;
    text: string;
  };
  SuggestionTaken: {
    where: Where;
    version: number;
    suggestion: string;
    line: string;
    lineVersion: number;
  };
  SuggestionLeft: { where: Where; suggestion: string };
  LineRemoved: { where: Where; version: number; line: string };
  ReviewDaySet: { where: Where; days: number };
  AgreementSigned: { where: Where; version: number; digest: string };
  SignatureTakenBack: { where: Where; version: number };
  AgreementMade: { where: Where; version: number; reviewOn: string };
  AgreementTakenUp: {
    where: Where;
    version: number;
    signedByAll: boolean;
    lookOn: string | null;
    reviewDays: number | null;
    name: string;
    lines: readonly WrittenLine[];
    suggestions: readonly WrittenSuggestion[];
    signed: readonly Signature[];
    made: readonly Version[];
  };
  TextOpened: { where: Where; version: number };
  LookDaySet: { on: string };
  WeekMarked: { week: string; seat: Seat; mark: Mark | null };
  WeekShown: { week: string; mark: Mark | null };
  ReviewAnswered: { answer: ReviewAnswer | null };
  ReviewOpened: { answers: readonly Reviewed[]; lookOn: string };
  LettingGo: { from: string };
  LettingGoTakenBack: Record<string, never>;
  AgreementEnded: { on: string };
  LineOffered: { where: Where; line: string; text: string };
  LineKept: { where: Where; line: string };
};

/** One event: its type and its data. */
export type RoomEvent = {
  [T in keyof RoomEvents]: { type: T; data: RoomEvents[T] };
}[keyof RoomEvents];

/** The data of each command by its type. */
export type RoomCommands = {
  OpenRoom: Record<string, never>;
  CloseRoom: Record<string, never>;
  TakeBackClose: Record<string, never>;
  LeaveForToday: Record<string, never>;
  Say: { text: string };
  AskForHelp: Record<string, never>;
  AskPause: Record<string, never>;
  EndPause: Record<string, never>;
  AskWordAlone: Record<string, never>;
  SpeakAlone: { with: Seat };
  BackTogether: Record<string, never>;
  GiveFloor: { to: Seat | null };
  SetTimer: { seconds: number };
  AddMinute: Record<string, never>;
  ClearTimer: Record<string, never>;
  StartExercise: { exercise: string; optional: readonly string[]; bothWantIt: boolean };
  OpenStep: { step: string };
  SkipStep: Record<string, never>;
  AdaptStep: { words: Readonly<Record<string, string>> };
  GoOnNextTime: Record<string, never>;
  EndExercise: Record<string, never>;
  PutOnStage: { homework: readonly string[]; step: string };
  ClearStage: Record<string, never>;
  GiveHomework: {
    group: string;
    exercise: string;
    words: Readonly<Record<string, string>>;
    note: string | null;
    until: string | null;
    opens: Opens;
  };
  HandIn: { toAll: boolean };
  TakeBackHandIn: Record<string, never>;
  ReadHandIn: { of: Seat };
  Comment: { text: string; to: Seat | null };
  OpenInSession: Record<string, never>;
  MarkTalkedAbout: Record<string, never>;
  PutAway: Record<string, never>;
  PlaceCard: {
    where: Where;
    card: string;
    pile: string | null;
    place: number;
    text: string | null;
  };
  Seal: { where: Where; reach: Reach; answer: Answer; shown: string };
  Reopen: { where: Where };
  Skip: { where: Where };
  ShareMine: { where: Where; text: string };
  OpenAnswers: { step: string };
  LeaveClosed: { step: string };
  MarkToTalk: { where: Where; row: string; on: boolean };
  ChooseRow: { where: Where; row: string };
  GiveTurn: { where: Where; speaker: Seat };
  FinishSpeaking: { where: Where };
  SayBack: { where: Where; text: string | null };
  Confirm: { where: Where };
  NotQuite: { where: Where; text: string | null };
  PassTurn: { where: Where };
  KeepWords: { where: Where; text: string };
  NameAgreement: { where: Where; text: string };
  AddLine: { where: Where; line: string; text: string };
  ChangeOwnLine: { where: Where; line: string; base: number; text: string };
  SuggestChange: {
    where: Where;
    line: string;
    base: number;
    suggestion: string;
    text: string;
  };
  TakeSuggestion: { where: Where; suggestion: string };
  LeaveSuggestion: { where: Where; suggestion: string };
  RemoveOwnLine: { where: Where; line: string };
  SetReviewDay: { where: Where; days: number };
  Sign: { where: Where; digest: string };
  TakeBackSignature: { where: Where };
  OpenText: Record<string, never>;
  LookAgainOn: { on: string };
  MarkWeek: { week: string; mark: Mark | null };
  AnswerReview: { answer: ReviewAnswer | null };
  LetGo: Record<string, never>;
  KeepOn: Record<string, never>;
  OfferLine: { where: Where; line: string; text: string };
  KeepLine: { where: Where; line: string };
};

/** One command: its type and its data. */
export type RoomCommand = {
  [T in keyof RoomCommands]: { type: T; data: RoomCommands[T] };
}[keyof RoomCommands];
