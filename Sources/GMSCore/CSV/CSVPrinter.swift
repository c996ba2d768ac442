/// Prints lines of comma-separated values as RFC 4180 has them: CRLF after each, quotes where a cell needs
/// them.
package struct CSVPrinter {
  /// What was printed; whoever takes it away empties it.
  package var bytes: [UInt8] = []
  /// Whether a cell that a spreadsheet would take for a formula gets an apostrophe in front.
  private let guardsFormulas: Bool

  /// A printer that has printed nothing.
  package init(guardingFormulas guardsFormulas: Bool = false) { self.guardsFormulas = guardsFormulas }

  /// Prints a line.
  package mutating func line(_ cells: some Collection<String>) {
    // An empty line would be read as no row at all.
    if cells.count == 1, let cell = cells.first, cell.isEmpty {
      bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")]
    }
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      print(cell)
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func print(_ cell: String) {
    let isGuarded = guardsFormulas && CSVPrinter.looksLikeFormula(cell)
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if isGuarded { bytes.append(UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    } else {
      bytes += cell.utf8
    }
  }

  /// Whether a spreadsheet may take a cell for a formula: it begins with `=`, `+`, `-`, `@`, a tab, a line's
  /// end, or one of the wide forms of the first four, which some programs read alike.
  package static func looksLikeFormula(_ cell: String) -> Bool {
    switch cell.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
