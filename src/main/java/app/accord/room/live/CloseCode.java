package app.accord.room.live;

/** Why a socket is closed. 44xx: come back with your number; 45xx: do not come back. */
enum CloseCode {
  /** The journal was restored, or nothing was heard for too long. */
  COME_BACK(4400, "come back"),
  SLOW(4408, "slow, come back with your number"),
  GOING_DOWN(4412, "the server is going down"),
  BROKE_THE_PROTOCOL(4500, "not this protocol"),
  SIGNED_OUT(4501, "signed out"),
  NO_SEAT(4503, "no seat here"),
  LOCKED(4504, "locked"),
  /** The journal holds what this version cannot read: showing a part of it would be a lie. */
  STOPPED(4510, "this room cannot be opened");

  private final int code;
  private final String reason;

  CloseCode(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  short code() {
    return (short) code;
  }

  String reason() {
    return reason;
  }
}
