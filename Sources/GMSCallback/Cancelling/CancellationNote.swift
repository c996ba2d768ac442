import GMSCalendar
import GMSCore

/// The note of an administrator's cancellation: a reason in a few words, which lines of text show.
///
/// GMS does not document what it takes. Here it is what a parameter's value may be, but at most
/// ``RequestSize/note`` bytes.
enum CancellationNote {
  /// Refuses a note that cannot be kept.
  ///
  /// - Throws: `CallbackError` with code `parameterTooLarge` or `invalidParameter`, about the parameter
  ///   `note`.
  static func check(_ note: String?) throws(CallbackError) {
    guard let note else { return }
    let size = note.utf8.count
    guard size <= RequestSize.note else {
      throw .tooLarge(valueOf: "note", size: size, limit: RequestSize.note)
    }
    guard note.unicodeScalars.allSatisfy(RequestRules.canStandInValue) else {
      throw CallbackError(
        .invalidParameter,
        [
          "parameter": "note", "value": Quotation.clip(note),
          "expected": "text without control characters other than line breaks and tabs",
        ]
      )
    }
  }
}
