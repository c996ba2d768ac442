/// Telephone numbers as people write them.
enum PhoneText {
  /// What stands between digits for the eye alone; the plus sign is not among it.
  static let punctuation: Set<Unicode.Scalar> = [" ", "\u{A0}", "\t", "-", ".", "(", ")", "/"]
}
