package app.accord.faults;

/** What Daniel does that is for nobody else's eyes, at each place where the script lets him. */
interface Daniel {
  /** A number for the therapist. {@code at} is the step, as a part of a command. */
  void rates(Page page, String at);

  /** An answer that would open with the other's. */
  void writes(Page page, String at);

  void sorts(Page page, String at);

  /** Notes for himself. */
  void notes(Page page, String at);

  /** While the other speaks. */
  void keepsWords(Page page, String at);

  void remembers(Page page, String at);

  void closes(Page page, String at);
}
