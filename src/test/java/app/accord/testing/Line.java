package app.accord.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A TCP line to somewhere, which a test can cut or let fall silent. */
public final class Line implements AutoCloseable {
  private final int target;
  private final ServerSocket door;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile State state = State.FLOWS;

  private enum State {
    FLOWS,
    /** Whoever comes is sent away. */
    CUT,
    /** Lines stand, and nothing comes through. */
    SILENT
  }

  private Line(int target, ServerSocket door) {
    this.target = target;
    this.door = door;
  }

  /** To a port of this machine. */
  public static Line to(int port) {
    try {
      var line = new Line(port, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(line::accept);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Ends all lines, and whoever comes. */
  public void cut() {
    state = State.CUT;
    open.forEach(Line::end);
    open.clear();
  }

  /** Lets nothing through any more, without a word. */
  public void silence() {
    state = State.SILENT;
  }

  /** From now on lines stand again; those that fell silent are ended. */
  public void mend() {
    open.forEach(Line::end);
    open.clear();
    state = State.FLOWS;
  }

  @Override
  public void close() {
    cut();
    end(door);
  }

  private void accept() {
    try {
      while (true) {
        Socket here = door.accept();
        if (state == State.CUT) {
          here.close();
          continue;
        }
        var there = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(here);
        open.add(there);
        Thread.ofVirtual().start(() -> pass(here, there));
        Thread.ofVirtual().start(() -> pass(there, here));
      }
    } catch (IOException over) {
      open.forEach(Line::end);
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] bytes = new byte[8192];
    try {
      for (int got = from.getInputStream().read(bytes); got >= 0; ) {
        if (state == State.FLOWS) {
          to.getOutputStream().write(bytes, 0, got);
        }
        got = from.getInputStream().read(bytes);
      }
    } catch (IOException _) {
      end(to);
    }
    end(from);
    end(to);
  }

  private static void end(@Nullable AutoCloseable closeable) {
    try {
      if (closeable != null) {
        closeable.close();
      }
    } catch (Exception _) {
      // It is over either way.
    }
  }
}
