package app.accord.room.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/** Some three hundred ways to break the protocol; each must close the socket that sent it. */
final class BadFrames {
  static final String CANARY = "canary";
  private static final String ID = UUID.randomUUID().toString();

  private BadFrames() {}

  /** What is sent, with a name for the report. */
  record Bad(String name, Consumer<RawSocket> send) {}

  static List<Bad> all() {
    var all = new ArrayList<Bad>();
    texts().forEach(text -> all.add(new Bad(name(text), socket -> socket.text(text))));
    bytes(all);
    frames(all);
    Random random = new Random(7);
    for (int i = 0; all.size() < 300; i++) {
      all.add(mutated(random, i));
    }
    return all;
  }

  private static String name(String text) {
    return text.length() > 60 ? text.substring(0, 60) : text;
  }

  private static List<String> texts() {
    var texts = new ArrayList<String>();
    texts.addAll(
        List.of(
            "",
            " ",
            "canary",
            "null",
            "true",
            "7",
            "\"canary\"",
            "[]",
            "[{}]",
            "{}",
            "{",
            "}",
            "{\"t\":\"beat\"",
            "{\"t\":\"beat\"}}",
            "{\"t\":\"beat\"} {}",
            "{'t':'beat'}",
            "{t:\"beat\"}",
            "{\"t\":\"beat\",}",
            "{\"t\":\"beat\"}//canary",
            "/*canary*/{\"t\":\"beat\"}",
            "{\"t\":NaN}",
            "{\"t\":null}",
            "{\"t\":1}",
            "{\"t\":[\"beat\"]}",
            "{\"t\":\"Beat\"}",
            "{\"t\":\"canary\"}",
            "{\"t\":\"welcome\"}",
            "{\"t\":\"event\",\"n\":1}",
            "{\"t\":\"ack\",\"id\":\"" + ID + "\",\"n\":1}",
            "{\"t\":\"beat\",\"t\":\"beat\"}",
            "{\"t\":\"beat\",\"x\":\"canary\"}",
            "{\"t\":\"beat\",\"n\":1}",
            "\ufeff{\"t\":\"beat\"}",
            "{\"t\":\"beat\u0000\"}"));
    for (String id :
        List.of(
            "null", "1", "\"\"", "\"canary\"", "\"1-1-1-1-1\"", "{}", "[]", "\"" + ID + "0\"")) {
      texts.add(act(id, "\"Say\"", "{\"text\":\"canary\"}"));
    }
    String id = "\"" + ID + "\"";
    for (String type : List.of("null", "1", "{}", "[]", "true")) {
      texts.add(act(id, type, "{\"text\":\"canary\"}"));
    }
    for (String data : List.of("null", "1", "\"canary\"", "[]", "true")) {
      texts.add(act(id, "\"Say\"", data));
    }
    texts.add("{\"t\":\"do\",\"type\":\"Say\",\"data\":{\"text\":\"canary\"}}");
    texts.add("{\"t\":\"do\",\"id\":%s,\"data\":{\"text\":\"canary\"}}".formatted(id));
    texts.add("{\"t\":\"do\",\"id\":%s,\"type\":\"Say\"}".formatted(id));
    texts.add(
        "{\"t\":\"do\",\"id\":%s,\"type\":\"Say\",\"data\":{\"text\":\"a\"},\"by\":\"therapist\"}"
            .formatted(id));
    texts.add(
        "{\"t\":\"do\",\"id\":%1$s,\"id\":%1$s,\"type\":\"Say\",\"data\":{\"text\":\"a\"}}"
            .formatted(id));
    texts.add(act(id, "\"Say\"", "{\"text\":\"a\",\"text\":\"canary\"}"));
    for (int depth : List.of(8, 9, 20, 500, 5_000)) {
      texts.add(act(id, "\"Say\"", "{\"text\":" + "[".repeat(depth) + "]".repeat(depth) + "}"));
    }
    for (String to : List.of("null", "1", "\"\"", "\"canary\"", "\"PARTNER 1\"", "[]", "{}")) {
      texts.add("{\"t\":\"signal\",\"to\":%s,\"data\":{\"kind\":\"caret\"}}".formatted(to));
    }
    for (String data : List.of("null", "1", "\"canary\"", "[]")) {
      texts.add("{\"t\":\"signal\",\"to\":\"all\",\"data\":%s}".formatted(data));
    }
    texts.add(
        "{\"t\":\"signal\",\"to\":\"all\",\"data\":{\"kind\":\"caret\",\"x\":\"%s\"}}"
            .formatted("a".repeat(9_000)));
    texts.add("{\"t\":\"beat\",\"n\":" + "9".repeat(2_000) + "}");
    return texts;
  }

  private static String act(String id, String type, String data) {
    return "{\"t\":\"do\",\"id\":%s,\"type\":%s,\"data\":%s}".formatted(id, type, data);
  }

  private static void bytes(List<Bad> all) {
    byte[][] wrong = {
      {(byte) 0xff},
      {(byte) 0xc0, (byte) 0x80},
      {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
      {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
      {(byte) 0xe2, (byte) 0x82},
      {(byte) 0x80}
    };
    for (byte[] one : wrong) {
      byte[] front =
          act("\"" + ID + "\"", "\"Say\"", "{\"text\":\"").getBytes(StandardCharsets.UTF_8);
      byte[] whole = new byte[front.length + one.length + 3];
      System.arraycopy(front, 0, whole, 0, front.length - 1);
      System.arraycopy(one, 0, whole, front.length - 1, one.length);
      System.arraycopy("\"}}".getBytes(StandardCharsets.UTF_8), 0, whole, whole.length - 3, 3);
      all.add(new Bad("no UTF-8", socket -> socket.frame(RawSocket.TEXT, whole, true)));
    }
  }

  private static void frames(List<Bad> all) {
    byte[] beat = "{\"t\":\"beat\"}".getBytes(StandardCharsets.UTF_8);
    all.add(new Bad("binary", socket -> socket.frame(RawSocket.BINARY, beat, true)));
    all.add(new Bad("not masked", socket -> socket.frame(RawSocket.TEXT, beat, false)));
    for (int opcode : List.of(3, 4, 5, 6, 7, 11, 12, 13, 14, 15)) {
      all.add(new Bad("opcode " + opcode, socket -> socket.frame(0x80 | opcode, beat, true)));
    }
    for (int bit : List.of(0x40, 0x20, 0x10)) {
      all.add(new Bad("reserved " + bit, socket -> socket.frame(RawSocket.TEXT | bit, beat, true)));
    }
    all.add(new Bad("continuation of nothing", socket -> socket.frame(0x80, beat, true)));
    all.add(new Bad("large ping", socket -> socket.frame(0x89, new byte[200], true)));
    all.add(new Bad("ping in pieces", socket -> socket.frame(0x09, beat, true)));
    all.add(
        new Bad(
            "a frame too large", socket -> socket.frame(RawSocket.TEXT, big(16 * 1024 + 1), true)));
    all.add(
        new Bad(
            "a message too large",
            socket -> {
              socket.frame(0x01, big(16 * 1024), true);
              socket.frame(0x00, big(16 * 1024), true);
              socket.frame(0x80, big(1), true);
            }));
    all.add(
        new Bad(
            "a message in too many pieces",
            socket -> {
              socket.frame(0x01, big(1), true);
              for (int i = 0; i < 100; i++) {
                socket.frame(0x00, new byte[0], true);
              }
            }));
    all.add(
        new Bad(
            "a length of 2^63",
            socket ->
                socket.send(
                    new byte[] {
                      (byte) 0x81, (byte) 0xff, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0
                    })));
    all.add(
        new Bad(
            "HTTP on the open socket",
            socket ->
                socket.send("GET /canary HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8))));
  }

  private static byte[] big(int size) {
    return " ".repeat(size).getBytes(StandardCharsets.UTF_8);
  }

  /** A good frame with something in it broken. */
  private static Bad mutated(Random random, int number) {
    String good = act("\"" + ID + "\"", "\"Say\"", "{\"text\":\"canary\"}");
    int at = 1 + random.nextInt(good.length() - 2);
    String broken =
        switch (number % 4) {
          case 0 -> good.substring(0, at);
          case 1 -> good + good.charAt(at);
          case 2 -> "\u0001" + good;
          default -> good.replace("\"t\"", "\"t" + number + "\"");
        };
    return new Bad(name(broken), socket -> socket.text(broken));
  }
}
