import java.util.List;

/**
 * What the load generator must know of one server. One instance serves all connections; keep what
 * belongs to a connection in {@link Conn#attachment}. All methods but {@link #command} run on the
 * single I/O thread; {@code command} runs on the pacing thread.
 */
interface Adapter {

  /** Once, before anything connects: log in, create rooms, fetch tokens (blocking HTTP is fine). */
  default void prepare(String host, int port, int rooms, int members) throws Exception {}

  /** A complete HTTP/1.1 request to send on the connection before the upgrade, or null. */
  default String before(Conn c) {
    return null;
  }

  /** The body of the answer to {@link #before}. */
  default void beforeAnswer(Conn c, String body) {}

  /** Path and query of the WebSocket upgrade. */
  String path(Conn c);

  /** Further header lines of the upgrade, for example a cookie or the subprotocol. */
  default List<String> headers(Conn c) {
    return List.of();
  }

  /** The upgrade is done: send a join message if the protocol has one. */
  default void opened(Conn c) {}

  /**
   * One whole data frame. Recognise it and call {@link Conn#joined}, {@link Conn#acked}, {@link
   * Conn#event} or {@link Conn#refused}; answer protocol heartbeats with {@link Conn#send}.
   */
  void frame(Conn c, boolean text, byte[] b, int off, int len);

  /** The frame that sends command number {@code id} with this text as its payload. */
  byte[] command(Conn c, long id, String text);

  /** Whether {@link #command} is a text frame. */
  default boolean textFrames() {
    return true;
  }

  /** Whether the sender of a command also receives its event (else only the others do). */
  default boolean echoesToSender() {
    return true;
  }

  /** Whether all members of a room see one common order, numbered without gaps. */
  default boolean totalOrder() {
    return true;
  }

  /**
   * Whether an event has the same number for all members, or each member a numbering of its own.
   */
  default boolean sharedNumbers() {
    return true;
  }

  static Adapter named(String name) throws Exception {
    return switch (name) {
      case "neutral" -> new NeutralAdapter();
      case "socketio" -> new SocketIoAdapter();
      case "colyseus" -> new ColyseusAdapter();
      case "hocuspocus" -> new HocuspocusAdapter();
      case "accord" -> new AccordAdapter();
      default -> (Adapter) Class.forName(name).getDeclaredConstructor().newInstance();
    };
  }
}
