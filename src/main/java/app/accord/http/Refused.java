package app.accord.http;

import app.accord.kernel.Problem;

/** Ends a request with a problem from wherever it is found. Costs no stack trace: it is no bug. */
final class Refused extends RuntimeException {
  static final Problem SIGNED_OUT = Problem.of("signed-out", 401, "You are not signed in here");
  static final Problem LOCKED = Problem.of("locked", 423, "Locked while you were away");
  static final Problem BUSY = Problem.of("busy", 503, "Too busy to do this now; it was not done");
  static final Problem BAD = Problem.of("bad-request", 400, "This does not fit the contract");
  static final Problem TOO_LARGE = Problem.of("too-large", 413, "This is too much at once");
  static final Problem NOT_JSON = Problem.of("not-json", 415, "Only JSON is taken here");
  static final Problem SLOW = Problem.of("too-slow", 408, "The request took too long to arrive");
  static final Problem ELSEWHERE =
      Problem.of("cross-site", 403, "This did not come from Accord's own pages");
  static final Problem METHOD = Problem.of("method", 405, "That cannot be done here");
  static final Problem INTERNAL = Problem.of("internal", 500, "This did not work");

  private final transient Problem problem;

  Refused(Problem problem) {
    super(problem.type(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
