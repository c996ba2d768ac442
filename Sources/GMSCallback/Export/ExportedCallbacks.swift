import GMSCore

/// The text of an export, as far as it was not taken away yet.
struct ExportedCallbacks {
  /// How many bytes are gathered before they should be taken away.
  static let blockSize = 1 << 16

  private let format: CallbackExport.Format
  /// The properties in the cells of a line.
  private let names: [String]
  private var printer: CSVPrinter
  /// How many callbacks were added.
  private(set) var count = 0

  /// An export to which nothing was added; comma-separated values begin with their headings.
  ///
  /// - Parameters:
  ///   - export: The form.
  ///   - columns: All columns that there are.
  ///   - names: The chosen ones; nil for all that are shown.
  init(_ export: CallbackExport, columns: CallbackColumns, names: [String]?) {
    format = export.format
    self.names = names ?? columns.shown
    printer = CSVPrinter(guardingFormulas: export.guardsFormulas)
    switch format {
    case .csv: printer.line(self.names.map(columns.aliases.heading))
    case .json: printer.bytes.append(UInt8(ascii: "["))
    case .jsonl: break
    }
  }

  /// Whether what was gathered should be taken away.
  var isFull: Bool { printer.bytes.count >= ExportedCallbacks.blockSize }

  /// Takes what was gathered away.
  mutating func take() -> [UInt8] {
    let block = printer.bytes
    printer.bytes.removeAll(keepingCapacity: true)
    return block
  }

  /// Adds a line of cells; `keys` are the properties that the callback's service returns besides those of
  /// every record.
  mutating func add(_ callback: Callback, returning keys: [String]) {
    count += 1
    printer.line(names.map { ExportedCallbacks.cell($0, of: callback, keys) ?? "" })
  }

  /// Adds an object of the chosen properties that the callback has.
  mutating func add(_ callback: Callback, returning keys: [String], _ names: [String]) {
    let members = names.compactMap { name in
      ExportedCallbacks.cell(name, of: callback, keys).map { JSONValue.Member(name, .string($0)) }
    }
    add(Array(JSONWriter.compact(.object(members)).utf8))
  }

  /// Adds an answer that is JSON text.
  mutating func add(_ answer: [UInt8]) {
    if format == .json, count > 0 { printer.bytes.append(UInt8(ascii: ",")) }
    count += 1
    printer.bytes += answer
    if format == .jsonl { printer.bytes.append(UInt8(ascii: "\n")) }
  }

  /// Ends the text.
  mutating func finish() {
    if format == .json { printer.bytes += [UInt8(ascii: "]"), UInt8(ascii: "\n")] }
  }

  /// What an answer with these keys has of a property; nil when it lacks it.
  private static func cell(_ name: String, of callback: Callback, _ keys: [String]) -> String? {
    if name == Callback.numberKey { return callback.customerNumber?.typed ?? "" }
    guard Callback.recordKeys.contains(name) || keys.contains(name) else { return nil }
    return callback.property(name)
  }
}
