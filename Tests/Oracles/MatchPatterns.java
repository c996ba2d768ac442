import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Says which texts whole expressions match, by java.util.regex.
 *
 * Usage: java MatchPatterns.java FILE. Each line of the file is an expression and its texts, as UTF-8 in hexadecimal
 * digits with blanks between them; - is the empty text. For each line a line of 0 and 1 is printed, one for each text,
 * or a line "refused"; ? stands for an attempt that was given up, because this engine tries all ways one after the
 * other and some have too many.
 */
public class MatchPatterns {
  /** A text that can be looked at a bounded number of times. */
  private static final class Watched implements CharSequence {
    private final String text;
    private int looks = 0;

    Watched(String text) {
      this.text = text;
    }

    public char charAt(int at) {
      if (++looks > 100_000) throw new IllegalStateException();
      return text.charAt(at);
    }

    public int length() {
      return text.length();
    }

    public CharSequence subSequence(int from, int to) {
      return text.subSequence(from, to);
    }
  }

  private static char answer(Pattern expression, String text) {
    try {
      return expression.matcher(new Watched(text)).matches() ? '1' : '0';
    } catch (IllegalStateException | StackOverflowError tooMuch) {
      return '?';
    }
  }

  private static String text(String word) {
    if (word.equals("-")) return "";
    byte[] bytes = new byte[word.length() / 2];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) Integer.parseInt(word.substring(2 * at, 2 * at + 2), 16);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public static void main(String[] arguments) throws Exception {
    StringBuilder output = new StringBuilder();
    if (arguments.length == 0) return;
    for (String line : Files.readAllLines(Path.of(arguments[0]), StandardCharsets.US_ASCII)) {
      String[] words = line.split(" ");
      try {
        Pattern expression = Pattern.compile(text(words[0]));
        for (int at = 1; at < words.length; at++) {
          output.append(answer(expression, text(words[at])));
        }
      } catch (PatternSyntaxException error) {
        output.append("refused");
      }
      output.append('\n');
    }
    System.out.print(output);
  }
}
