/// The sentences of codes that belong to one subject; each subject has a file of its own.
extension CoreError {
  /// The sentence of a code that a subject knows; nil for any other.
  var subjectSentence: String? { patternSentence ?? phoneSentence }
}
