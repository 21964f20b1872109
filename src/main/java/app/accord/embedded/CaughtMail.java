package app.accord.embedded;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes every mail on a port of the loopback address and sends none on: each becomes a file. */
public final class CaughtMail implements AutoCloseable {
  private final GreenMail server;

  private CaughtMail(GreenMail server) {
    this.server = server;
  }

  /** Starts it; mails appear as {@code <folder>/0001.eml} and so on. */
  public static CaughtMail start(Path folder, int port) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    AtomicInteger number = new AtomicInteger();
    MessageDeliveryHandler usual = server.getUserManager().getMessageDeliveryHandler();
    server
        .getUserManager()
        .setMessageDeliveryHandler(
            (message, address) -> {
              keep(message.getMessage(), folder, number);
              return usual.handle(message, address);
            });
    return new CaughtMail(server);
  }

  private static void keep(MimeMessage message, Path folder, AtomicInteger number) {
    Path file;
    do {
      file = folder.resolve("%04d.eml".formatted(number.incrementAndGet()));
    } while (Files.exists(file));
    try (OutputStream out = Files.newOutputStream(file)) {
      message.writeTo(out);
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException("A mail could not be kept in " + folder, e);
    }
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  /** All that came since the start, for tests. */
  public List<MimeMessage> received() {
    return List.of(server.getReceivedMessages());
  }

  @Override
  public void close() {
    server.stop();
  }
}
