/// The sentences of codes that belong to one subject; each subject has a file of its own.
extension CoreError {
  /// The sentence of a code that a subject knows; nil for any other.
  var subjectSentence: String? {
    for sentence in CoreError.subjects {
      if let text = sentence(self) { return text }
    }
    return nil
  }

  private static var subjects: [(CoreError) -> String?] {
    [
      \.templateSentence, \.accountSentence, \.targetSentence, \.referenceSentence, \.instanceSentence,
      \.requestSentence, \.nodeSentence, \.statisticsSentence, \.chatSentence, \.accessSentence,
      \.resourceSentence, \.patternSentence, \.phoneSentence, \.listingSentence,
    ]
  }
}
