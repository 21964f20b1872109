package app.accord.room.live;

/** A line that takes everything at once. */
final class ReadsAll implements Wire {
  @Override
  public void write(String frame) {}

  @Override
  public boolean isFull() {
    return false;
  }

  @Override
  public void close(CloseCode why) {}
}
