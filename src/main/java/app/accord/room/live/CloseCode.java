package app.accord.room.live;

/** Why a socket is closed. The code tells the client what to do next. */
enum CloseCode {
  // 44xx: come back with your number
  SLOW(4408),
  GOING_DOWN(4412),
  // 45xx: do not come back
  BROKE_THE_PROTOCOL(4500),
  SIGNED_OUT(4501),
  NO_SEAT(4503),
  LOCKED(4504),
  ROOM_IS_BROKEN(4505);

  private final short code;

  CloseCode(int code) {
    this.code = (short) code;
  }

  short code() {
    return code;
  }
}
