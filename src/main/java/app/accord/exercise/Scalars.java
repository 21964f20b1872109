package app.accord.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/**
 * What a plain word stands for in YAML 1.2 core: {@code no} and {@code on} are words. Of numbers
 * there are whole ones and, where a kind of file asks for them, short decimals. Others stay text,
 * which the schema refuses: {@code 1e999999999} is short to write and long to compute with.
 */
final class Scalars {
  private static final ScalarResolver CORE = new CoreScalarResolver(false);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern SHORT_DECIMAL = Pattern.compile("-?[0-9]{1,9}\\.[0-9]{1,6}");
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  private Scalars() {}

  static JsonNode value(ScalarEvent event, boolean decimals) {
    String text = event.getValue();
    Tag tag = event.isPlain() ? CORE.resolve(text, true) : Tag.STR;
    if (tag.equals(Tag.INT)) {
      return number(text);
    }
    if (decimals && tag.equals(Tag.FLOAT) && SHORT_DECIMAL.matcher(text).matches()) {
      return JSON.numberNode(new BigDecimal(text));
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Character.toLowerCase(text.charAt(0)) == 't');
    }
    return tag.equals(Tag.NULL) ? JSON.nullNode() : JSON.textNode(text);
  }

  private static JsonNode number(String text) {
    BigInteger number =
        switch (text.length() > 1 ? text.substring(0, 2) : "") {
          case "0x" -> new BigInteger(text.substring(2), 16);
          case "0o" -> new BigInteger(text.substring(2), 8);
          default -> new BigInteger(text);
        };
    return number.abs().compareTo(MOST) <= 0
        ? JSON.numberNode(number.intValue())
        : JSON.textNode(text);
  }
}
