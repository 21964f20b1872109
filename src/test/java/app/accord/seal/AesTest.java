package app.accord.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AesTest {
  private static final byte[] KEY = Aes.newKey();

  @Test
  void of_many_texts_that_two_threads_seal_with_one_key_no_two_have_the_same_nonce()
      throws Exception {
    int each = 20_000;
    Callable<List<byte[]>> writer =
        () -> IntStream.range(0, each).mapToObj(i -> Aes.seal(KEY, "place", text(i))).toList();
    var sealed = new ArrayList<byte[]>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var done : threads.invokeAll(List.of(writer, writer))) {
        sealed.addAll(done.get());
      }
    }
    assertThat(sealed.stream().map(AesTest::nonce).distinct()).hasSize(2 * each);
    for (int i = 0; i < 2 * each; i++) {
      assertThat(Aes.open(KEY, "place", sealed.get(i))).isEqualTo(text(i % each));
    }
  }

  @Test
  void sealing_opening_and_failing_in_turn_leave_nothing_behind_for_the_next() {
    byte[] other = Aes.newKey();
    byte[] first = Aes.seal(KEY, "here", text(1));
    byte[] second = Aes.seal(other, "there", text(2));
    assertThat(Aes.open(KEY, "there", first)).isNull();
    assertThat(Aes.open(other, "here", first)).isNull();
    byte[] third = Aes.seal(KEY, "here", text(3));
    byte[] changed = third.clone();
    changed[changed.length - 1] ^= 1;
    assertThat(Aes.open(KEY, "here", changed)).isNull();
    assertThat(Aes.open(KEY, "here", first)).isEqualTo(text(1));
    assertThat(Aes.open(other, "there", second)).isEqualTo(text(2));
    assertThat(Aes.open(KEY, "here", third)).isEqualTo(text(3));
  }

  @Test
  void the_same_text_sealed_twice_looks_different() {
    assertThat(Aes.seal(KEY, "place", text(1))).isNotEqualTo(Aes.seal(KEY, "place", text(1)));
  }

  private static byte[] text(int i) {
    return ("text " + i).getBytes(StandardCharsets.UTF_8);
  }

  private static String nonce(byte[] sealed) {
    return HexFormat.of().formatHex(Arrays.copyOfRange(sealed, 1, 13));
  }
}
