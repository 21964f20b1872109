package app.accord.paper;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences that stand on paper, from {@code words/paper.properties} and its languages, with
 * days and times as the reader's language writes them.
 */
public final class PaperWords {
  private final ResourceBundle words;
  private final Locale locale;

  /**
   * @param language the reader's, as BCP 47; English where there are no words in it
   */
  public PaperWords(String language) {
    this.locale = Locale.forLanguageTag(language);
    this.words =
        ResourceBundle.getBundle(
            "words.paper",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Fails with {@link java.util.MissingResourceException} for a sentence that nobody wrote. */
  public String say(String key, Object... with) {
    return new MessageFormat(words.getString(key), locale).format(with);
  }

  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(dates()).format(day);
  }

  public String day(Instant at, ZoneId zone) {
    return day(at.atZone(zone).toLocalDate());
  }

  public String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(dates())
        .format(at.atZone(zone));
  }

  /** "14 May 2026" and "14:30", as on the screen. */
  private Locale dates() {
    return locale.getLanguage().equals("en") && locale.getCountry().isEmpty() ? Locale.UK : locale;
  }
}
