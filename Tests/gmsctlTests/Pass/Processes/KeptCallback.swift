import GMSCore

/// A callback as the store has it in the end, read from an export.
struct KeptCallback {
  let number: String
  let id: String
  /// The desired times it was moved to, and `cancelled`, in order.
  let changes: [String]

  /// All callbacks of an export's lines.
  static func all(in export: String) throws -> [KeptCallback] {
    try export.split(separator: "\n").compactMap { line in
      let json = try JSONReader.read(String(line))
      guard json["kind"] == "callback" else { return nil }
      let number = json["_customer_number"] ?? json["properties"]?["_customer_number"]
      let history = json["history"]?.arrayValue ?? []
      return KeptCallback(
        number: number?.stringValue ?? "",
        id: json["_id"]?.stringValue ?? "",
        changes: history.map { $0["desired"]?.stringValue ?? $0["event"]?.stringValue ?? "" }
      )
    }
  }
}
