package app.accord.paper;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A page of texts, set as a PDF of A4 sheets: what people wrote in a serif face, the rest in a sans
 * (DESIGN, principle 8). Right-to-left words run as they should. A character that no font here has
 * becomes an empty square, and the sheet says so at its end: nothing is dropped in silence.
 */
public final class Paper {
  private static final float MARGIN = 64;
  private static final int NOT_THERE = 0x25A1;
  private static final BaseFont SANS = font("Sans-Regular");
  private static final BaseFont BOLD = font("Sans-Bold");
  private static final BaseFont SERIF = font("Serif-Regular");

  private static final Look TITLE = new Look(SERIF, 22, 4);
  private static final Look HEADING = new Look(SERIF, 15, 18);
  private static final Look VOICE = new Look(SERIF, 12, 8);
  private static final Look STRONG = new Look(BOLD, 10.5f, 8);
  private static final Look PLAIN = new Look(SANS, 10.5f, 2);
  private static final Look SMALL = new Look(SANS, 9, 2);

  /**
   * @param size in points
   * @param before in points, above it
   */
  private record Look(BaseFont base, float size, float before) {}

  private record Text(Look look, String text) {}

  private final PaperWords words;
  private final List<Text> texts = new ArrayList<>();

  public Paper(PaperWords words) {
    this.words = words;
  }

  public Paper title(String text) {
    return with(TITLE, text);
  }

  public Paper heading(String text) {
    return with(HEADING, text);
  }

  /** What a person wrote. */
  public Paper words(String text) {
    return with(VOICE, text);
  }

  public Paper strong(String text) {
    return with(STRONG, text);
  }

  public Paper plain(String text) {
    return with(PLAIN, text);
  }

  public Paper small(String text) {
    return with(SMALL, text);
  }

  private Paper with(Look look, String text) {
    texts.add(new Text(look, text));
    return this;
  }

  /** Sets it beside the event loop that asks. */
  public Future<Buffer> set() {
    Context here = Objects.requireNonNull(Vertx.currentContext(), "asked outside of the server");
    return here.executeBlocking(() -> Buffer.buffer(pdf()));
  }

  /** The PDF's bytes. */
  byte[] pdf() {
    var bytes = new ByteArrayOutputStream();
    var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    PdfWriter.getInstance(document, bytes);
    document.open();
    texts.forEach(text -> document.add(set(text)));
    if (texts.stream().anyMatch(text -> !shown(text).equals(text.text()))) {
      document.add(set(new Text(SMALL, words.say("cannotBeSet"))));
    }
    document.close();
    return bytes.toByteArray();
  }

  /** A table of one cell: only there a text runs in its own direction. */
  private static PdfPTable set(Text text) {
    var cell = new PdfPCell(new Phrase(shown(text), new Font(text.look().base, text.look().size)));
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    cell.setPaddingTop(text.look().before);
    cell.setLeading(0, 1.4f);
    cell.setHorizontalAlignment(Element.ALIGN_LEFT);
    cell.setRunDirection(PdfWriter.RUN_DIRECTION_DEFAULT);
    var table = new PdfPTable(1);
    table.setWidthPercentage(100);
    table.setSplitLate(false);
    table.addCell(cell);
    return table;
  }

  private static String shown(Text text) {
    var shown = new StringBuilder();
    text.text()
        .codePoints()
        .map(c -> c == '\n' || text.look().base.charExists(c) ? c : NOT_THERE)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static BaseFont font(String name) {
    String file = "Liberation" + name + ".ttf";
    try (InputStream in = Paper.class.getResourceAsStream("/liberation/" + file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return BaseFont.createFont(
          file.toLowerCase(Locale.ROOT), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes, null);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
