package app.accord.bus;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageCodec;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event bus inside one process. Messages are immutable values and go by reference; nothing that
 * a person wrote may cross to another process, so these messages cannot: encoding one fails.
 */
public final class Bus {
  private static final Logger LOG = LoggerFactory.getLogger(Bus.class);
  private static final DeliveryOptions LOCAL =
      new DeliveryOptions().setLocalOnly(true).setCodecName(ByReference.NAME);
  private final Vertx vertx;

  public Bus(Vertx vertx) {
    this.vertx = vertx;
    try {
      vertx.eventBus().registerCodec(new ByReference());
    } catch (IllegalStateException alreadyThere) {
      LOG.debug("the bus of this Vert.x is known already");
    }
  }

  /** Hands the message to whoever listens at the address; nobody there is no error. */
  public void tell(String address, Object message) {
    vertx.eventBus().send(address, message, LOCAL);
  }

  /**
   * Listens on the calling context, one message at a time. A handler that throws loses its message,
   * not the listener; the log gets the kind of the message, never its content.
   */
  public <T> MessageConsumer<T> hear(String address, Class<T> type, Consumer<T> handler) {
    return vertx
        .eventBus()
        .<T>localConsumer(
            address,
            message -> {
              T body = type.cast(message.body());
              try {
                handler.accept(body);
              } catch (RuntimeException bug) {
                LOG.error("{} failed at {}", body.getClass().getSimpleName(), address, bug);
              }
            });
  }

  private static final class ByReference implements MessageCodec<Object, Object> {
    static final String NAME = "by-reference";

    @Override
    public void encodeToWire(Buffer buffer, Object message) {
      throw new UnsupportedOperationException("this message stays in its process");
    }

    @Override
    public Object decodeFromWire(int pos, Buffer buffer) {
      throw new UnsupportedOperationException("this message stays in its process");
    }

    @Override
    public Object transform(Object message) {
      return message;
    }

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public byte systemCodecID() {
      return -1;
    }
  }
}
