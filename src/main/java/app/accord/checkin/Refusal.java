package app.accord.checkin;

import app.accord.kernel.Problem;

/** Why something cannot be done with a check-in. */
public enum Refusal {
  /** The week has closed, or has not opened: what lies there is as it is. */
  NOT_OPEN("check-in-not-open", 409, "This can not be changed any more"),
  NO_SUCH_QUESTION("not-found", 404, "There is nothing here"),
  OUT_OF_RANGE("out-of-range", 400, "A number from 0 to 10, or none"),
  NOTHING_WRITTEN("nothing-written", 400, "There are no words here"),
  TOO_LONG("too-long", 400, "This is too long"),
  /** Under the policy of no secrets nothing goes to the therapist alone (R10). */
  NO_SECRETS("no-secrets", 409, "The couple has agreed to have no secrets"),
  NEVER_SHARED("never-shared", 409, "Nobody can share this");

  private final String name;
  private final int status;
  private final String title;

  Refusal(String name, int status, String title) {
    this.name = name;
    this.status = status;
    this.title = title;
  }

  /** As it is told over HTTP. */
  public Problem problem() {
    return Problem.of(name, status, title);
  }
}
