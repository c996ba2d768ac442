public import GMSCore

/// The name of a callback: `<node number>-<uuid>`, such as `1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10`.
///
/// The form is that of every ``/GMSCore/ServiceID``; a value of this type is known to be meant for a callback.
public struct CallbackID: Hashable, Sendable {
  /// The id as it was given.
  public let text: String

  /// Reads an id.
  ///
  /// - Throws: `CallbackError` with code `malformedID` for text of another form.
  /// - Complexity: O(n) of the text's length, at most 46 bytes.
  public init(_ text: String) throws(CallbackError) {
    guard ServiceID.isWellFormed(text) else {
      throw CallbackError(.malformedID, ["value": text, "expected": ServiceID.form])
    }
    self.text = text
  }

  /// The id as one of any service.
  public init(_ id: ServiceID) { text = id.text }

  /// The door for text that is known to be an id.
  init(unchecked text: String) { self.text = text }

  /// The id as those of all services are.
  public var serviceID: ServiceID { ServiceID(unchecked: text) }
}

extension CallbackID: Comparable {
  /// Orders byte by byte, as stores order records.
  public static func < (lhs: CallbackID, rhs: CallbackID) -> Bool {
    lhs.text.utf8.lexicographicallyPrecedes(rhs.text.utf8)
  }
}

extension CallbackID: CustomStringConvertible {
  /// The id as it was given.
  public var description: String { text }
}
