package app.accord.instrument;

import app.accord.kernel.Problem;

/** Why something cannot be done with a questionnaire. */
enum Refusal {
  /** This version of it, in this language, is in the practice already. */
  VERSION_THERE("instrument-version-there", 409, "This version is here already"),
  /** Nobody has confirmed that the practice may use it, or somebody has withdrawn it. */
  NOT_IN_USE("instrument-not-in-use", 409, "This questionnaire is not in use"),
  /** Only what nobody has confirmed is thrown away: what was asked stays readable. */
  NOT_A_DRAFT("instrument-not-a-draft", 409, "This questionnaire is no draft any more"),
  ALREADY_ASKED("questionnaire-already-asked", 409, "This was asked already and waits"),
  CASE_RESTS("case-rests", 409, "While the case rests nobody is asked"),
  /** It was handed in, or is not asked any more: what lies there is as it is. */
  CLOSED("questionnaire-closed", 409, "This can not be changed any more"),
  MORE_TO_ANSWER("questionnaire-more-to-answer", 409, "More has to be answered first"),
  NO_SUCH_ANSWER("no-such-answer", 400, "This is none of the answers"),
  NEVER_SHOWN("questionnaire-never-shown", 409, "By its file this is for the therapist only");

  private final String name;
  private final int status;
  private final String title;

  Refusal(String name, int status, String title) {
    this.name = name;
    this.status = status;
    this.title = title;
  }

  /** As it is told over HTTP. */
  Problem problem() {
    return Problem.of(name, status, title);
  }
}
