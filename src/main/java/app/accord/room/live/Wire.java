package app.accord.room.live;

/** The way out to one client. Whoever writes while it is full makes the server's memory pay. */
interface Wire {
  void write(String frame);

  /** Whether the client reads more slowly than we write. */
  boolean isFull();

  void close(CloseCode why);
}
