import GMSCore
import GMSTestSupport
import Testing

/// Every way in which a line can be refused: what is said, and that nothing was written.
struct ImportRefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let message: String
    var testDescription: String { text }

    init(_ text: String, _ message: String) { (self.text, self.message) = (text, message) }
  }

  private static let known = "section, service, resource, number, pattern, account, template, note"

  /// Lines that come after a sound one, so that the wrong one is line 2.
  static let cases: [Case] = [
    // Not a line.
    Case(
      "x",
      "line 2 cannot be imported: this is not JSON at column 1: an object is missing here, found 'x'"
    ),
    Case(
      "[]",
      "line 2 cannot be imported: this is not JSON at column 1: an object is missing here, found '['"
    ),
    Case(
      #"{"kind":"note","id":"1""#,
      "line 2 cannot be imported: this is not JSON at column 24: a comma or } is missing here, "
        + "found 'the end of the text'"
    ),
    Case(
      #"{"kind":"note","id":"1","text":tru}"#,
      "line 2 cannot be imported: this is not JSON at column 32: a value is missing here, found 'tru'"
    ),
    Case(
      #"{"kind":"note","id":"1","id":"2"}"#,
      "line 2 cannot be imported: this is not JSON at column 25: a name may stand only once in an object, found 'id'"
    ),
    Case(
      #"{"kind":"note","id":"1"} {}"#,
      "line 2 cannot be imported: this is not JSON at column 26: nothing may follow the value, found '{'"
    ),
    Case(
      #"{"kind":"note",}"#,
      "line 2 cannot be imported: this is not JSON at column 16: a name in double quotes is missing here, found '}'"
    ),
    Case(
      #"{"kind":"note","id":"1","kind":"note"}"#,
      "line 2 cannot be imported: this is not JSON at column 25: a name may stand only once in an object, "
        + "found 'kind'"
    ),
    Case(
      #"{"id":"1","kind":"note","kind":"note"}"#,
      "line 2 cannot be imported: this is not JSON at column 25: a name may stand only once in an object, "
        + "found 'kind'"
    ),
    // No kind, or not one of these.
    Case(
      "{}",
      #"line 2 cannot be imported: a line is an object with a member 'kind', such as {"kind":"service",…}"#
    ),
    Case(
      #"{"id":"1","text":{"kind":"note"}}"#,
      #"line 2 cannot be imported: a line is an object with a member 'kind', such as {"kind":"service",…}"#
    ),
    Case(
      #"{"kind":7,"id":"1"}"#,
      "line 2: '7' cannot be imported: the member 'kind' must be a string, such as \"service\""
    ),
    Case(
      #"{"kind":"notes","id":"1"}"#,
      "line 2: 'notes' cannot be imported: the kind is one of \(known); did you mean 'note'?"
    ),
    Case(#"{"kind":"","id":"1"}"#, "line 2: '' cannot be imported: the kind is one of \(known)"),
    Case(
      #"{"kind":"Service","name":"x"}"#,
      "line 2: 'Service' cannot be imported: the kind is one of \(known); did you mean 'service'?"
    ),
    // A record that its codec refuses.
    Case(#"{"kind":"note"}"#, "line 2 cannot be imported: bad-note: a note needs an id"),
    Case(
      #"{"kind":"note","id":"1","txt":1}"#,
      "line 2 cannot be imported: bad-note 'txt': there is no such member"
    ),
    // Lines of the configuration.
    Case(
      #"{"kind":"service","name":"x"}"#,
      "line 2: 'options' cannot be imported: this member is missing"
    ),
    Case(#"{"kind":"service","options":{}}"#, "line 2: 'name' cannot be imported: this member is missing"),
    Case(
      #"{"kind":"service","name":"","options":{}}"#,
      "line 2: 'name' cannot be imported: write a string that is not empty"
    ),
    Case(
      #"{"kind":"service","name":"x","option":{}}"#,
      "line 2: 'option' cannot be imported: a line of this kind has kind, name, options; did you mean 'options'?"
    ),
    Case(
      #"{"kind":"pattern","name":"x","options":[]}"#,
      "line 2 cannot be imported: 'patterns/x' is not part of a configuration: write an object with a member for "
        + "each option"
    ),
    Case(
      #"{"kind":"account","name":"x","options":{"roles":null}}"#,
      "line 2 cannot be imported: 'accounts/x/roles' is not part of a configuration: write a string, or leave the "
        + "option out"
    ),
    Case(
      #"{"kind":"resource","name":"x","options":{"numbers":["5115"]}}"#,
      "line 2: 'numbers' cannot be imported: write a line of kind 'number' for each number of a group"
    ),
    Case(
      #"{"kind":"number","group":"DNSI","number":"5115"}"#,
      "line 2: 'DNSI' cannot be imported: there is no resource group of this name; add a line of kind 'resource'; "
        + "did you mean 'DNIS'?"
    ),
    Case(#"{"kind":"number","group":"DNIS"}"#, "line 2: 'number' cannot be imported: this member is missing"),
    // What exists.
    Case(
      #"{"kind":"note","id":"old","service":"","text":1}"#,
      "line 2: there is a note 'old' already; take the line out, or let it replace what is there"
    ),
    Case(
      #"{"text":null,"id":"old","kind":"note"}"#,
      "line 2: there is a note 'old' already, and it is the same; take the line out, or let it replace what is there"
    ),
    Case(
      #"{"kind":"note","id":"new","text":2}"#,
      "line 2: there is a note 'new' already, from line 1; take the line out, or let it replace what is there"
    ),
    Case(
      #"{"kind":"note","id":"new","text":1}"#,
      "line 2: there is a note 'new' already, from line 1, and it is the same; take the line out, or let it replace "
        + "what is there"
    ),
    Case(
      #"{"kind":"service","name":"Office","options":{}}"#,
      "line 2: there is a service 'Office' already; take the line out, or let it replace what is there"
    ),
    Case(
      #"{"kind":"service","name":"Office","options":{"_service":"office-hours","_type":"builtin"}}"#,
      "line 2: there is a service 'Office' already, and it is the same; take the line out, or let it replace what "
        + "is there"
    ),
    Case(
      #"{"kind":"number","group":"DNIS","number":"6504663204"}"#,
      "line 2: there is a number '6504663204' already, and it is the same; take the line out, or let it replace what "
        + "is there"
    ),
    Case(
      #"{"kind":"account","name":"a","options":{}}"# + "\n"
        + #"{"kind":"account","name":"a","options":{"x":"1"}}"#,
      "line 3: there is an account 'a' already, from line 2; take the line out, or let it replace what is there"
    ),
    Case(
      #"{"kind":"number","group":"DNIS","number":"7"}"# + "\n"
        + #"{"kind":"number","number":7,"group":"DNIS"}"#,
      "line 3: there is a number '7' already, from line 2, and it is the same; take the line out, or let it replace "
        + "what is there"
    ),
    // What does not fit together.
    Case(
      #"{"kind":"service","name":"x","options":{"_type":"builtin","_service":"office-hours","_holiday1":"02-31"}}"#,
      "line 2 cannot be imported: option '_holiday1' of service 'x' is refused: there is no date '02-31'; month 02 "
        + "has the days 01 to 29"
    ),
    Case(
      #"{"kind":"number","group":"DNIS","number":"650-466-3204"}"#,
      "line 2 cannot be imported: access number '650-466-3204' of resource group 'DNIS' stands in this group already; "
        + "keep it once"
    ),
    Case(
      #"{"kind":"resource","name":"R","options":{"strategy":"best"}}"#,
      "line 2 cannot be imported: option 'strategy' of resource group 'R' is 'best'; write random, round-robin, "
        + "least-recently-used, local or cluster"
    ),
    Case(
      #"{"kind":"service","name":"x","options":{"_type":"builtin","_service":"office-hours","_import_rules1":"x"}}"#,
      "line 2 cannot be imported: office hours import themselves: 'x' → 'x'; take one of these imports away"
    ),
    Case(
      #"{"kind":"note","id":"1","service":"Ofice"}"#,
      "line 2: 'Ofice' cannot be imported: there is no service of this name; add a line of kind 'service', or create "
        + "it first; did you mean 'Office'?"
    ),
    Case(
      #"{"kind":"note","id":"1","service":"C"}"# + "\n"
        + #"{"kind":"service","name":"C","options":{"_type":"builtin","_service":"capacity"}}"#,
      "line 2: 'C' cannot be imported: this service is of template 'capacity'; name one of template 'office-hours'"
    ),
  ]

  static func store() throws -> MemoryStore {
    let store = MemoryStore(
      configuration: Configuration(
        services: ["Office": ["_type": "builtin", "_service": "office-hours"]],
        resources: ["DNIS": ResourceGroup(numbers: ["6504663204"], options: ["strategy": "local"])]
      )
    )
    try store.put(Notes.record("old"))
    return store
  }

  @Test(arguments: cases)
  func refusal(_ refused: Case) throws {
    let store = try Self.store()
    let before = try store.everything()
    let text = #"{"kind":"note","id":"new","text":1}"# + "\n" + refused.text
    for piece in [5, 1 << 20] {
      let error = #expect(throws: CoreError.self) { try store.load(text, piece: piece) }
      #expect(error?.description == refused.message)
      #expect(error?.category == .refused)
      #expect(try store.everything() == before)
    }
  }

  @Test func bytesThatAreNotTextAreRefused() throws {
    let store = try Self.store()
    let error = #expect(throws: CoreError.self) {
      try StoreImport([Notes.codec]).run(in: store, .test) {
        try $0(Array("{\"kind\":\"note\",\"id\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8))
      }
    }
    #expect(
      error?.description
        == "line 1 cannot be imported: this is not JSON at column 22: these bytes are not UTF-8, found '0xC3'"
    )
  }

  @Test func factsNameLineCauseAndPlace() throws {
    let store = try Self.store()
    let option = #expect(throws: CoreError.self) {
      try store.load(
        #"{"kind":"service","name":"x","options":{"_type":"builtin","_service":"office-hours","_holiday1":"1"}}"#
      )
    }
    #expect(option?.code == .malformedImport)
    #expect(option?.facts.first == JSONValue.Member("line", 1))
    #expect(option?["cause"] == "invalid-option")
    #expect(option?["service"] == "x")
    #expect(option?["option"] == "_holiday1")
    let conflict = #expect(throws: CoreError.self) { try store.load(#"{"kind":"note","id":"old"}"#) }
    #expect(conflict?.code == .importConflict)
    #expect(conflict?["kind"] == "note")
    #expect(conflict?["value"] == "old")
    #expect(conflict?.facts.last == JSONValue.Member("identical", true))
  }
}
