package app.accord.couple;

import java.time.LocalDate;

/** An agreement in force. It prints itself without its words. */
public record Agreement(String title, LocalDate madeOn, LocalDate reviewOn) {
  @Override
  public String toString() {
    return "Agreement[" + madeOn + "]";
  }
}
