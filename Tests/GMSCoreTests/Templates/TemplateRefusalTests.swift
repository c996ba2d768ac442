import GMSCore
import Testing

/// Every fault of a template's JSON, with the whole message.
struct TemplateRefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let json: String
    let message: String

    /// JSON as it stands.
    init(whole json: String, _ message: String) {
      self.json = json
      self.message = message
    }

    /// The template below with one piece of its text replaced by another.
    init(_ piece: String, _ other: String, _ message: String) {
      precondition(TemplateRefusalTests.template.contains(piece), "'\(piece)' is not in the template.")
      self.init(whole: TemplateRefusalTests.template.replacing(piece, with: other), message)
    }

    var testDescription: String { message }
  }

  static let template = """
    {"name":"weather","type":"ors","service":"sky","summary":"S.","categories":["General","Limits"],"options":[
    {"id":"_type","kind":"mandatory","type":"choice","values":["ors"],"category":"General","summary":"T."},
    {"id":"_service","kind":"mandatory","type":"text","category":"General","summary":"S."},
    {"id":"_ttl","kind":"advanced","type":"seconds","minimum":1,"maximum":60,"default":"5","category":"Limits","summary":"L."},
    {"id":"_day<n>","kind":"optional","type":"holiday","category":"Limits","summary":"D."},
    {"id":"_zone","kind":"optional","type":"time-zone","category":"Limits","summary":"Z."},
    {"id":"_office","kind":"optional","type":"service","template":"office-hours","category":"Limits","summary":"O."}],
    "scenarios":[{"name":"short","summary":"S.","values":{"_ttl":"2"},"required":["_zone"],"recommended":["_day1"]}]}
    """

  private static let kinds = "write mandatory, optional, advanced, request-parameter"
  private static let types = """
    write text, boolean, integer, seconds, choice, duration, names, country, target, json, service, \
    resource-group, pattern-group, account, regular-hours, holiday, exception-hours, effective-dates, time-zone, \
    capacity-week, capacity-dates
    """
  private static let text = "write a string that is not empty"
  private static let texts = "write an array of strings that are not empty"
  private static let members = "known here are name, type, service, summary, categories, options, scenarios"
  private static let id = """
    write a name of letters, digits, _ and $, no digit first; for a family a name and <n> or <name>; <name> alone \
    for all options without an underscore in front
    """

  static let shapes: [Case] = [
    Case(whole: "[]", "this is '[…]': a template is a JSON object"),
    Case(whole: "7", "this is '7': a template is a JSON object"),
    Case(
      whole: "",
      "this is not JSON at line 1, column 1: a value is missing here, found 'the end of the text'"
    ),
    Case(
      whole: "{\"name\":\"a\",\"name\":\"b\"}",
      "this is not JSON at line 1, column 13: a name may stand only once in an object, found 'name'"
    ),
    Case(whole: "{}", "type: this member is missing"),
    Case("\"name\":\"weather\",", "", "name: this member is missing"),
    Case("\"service\":\"sky\",", "", "service: this member is missing"),
    Case("\"service\":\"sky\"", "\"service\":\"\"", "service is '': \(text)"),
    Case("\"summary\":\"S.\",\"cat", "\"summary\":null,\"cat", "summary is 'null': \(text)"),
    Case("\"type\":\"ors\"", "\"type\":\"or\"", "type is 'or': write builtin or ors; did you mean 'ors'?"),
    Case(
      "\"type\":\"ors\"",
      "\"type\":\"built-in\"",
      "type is 'built-in': write builtin or ors; did you mean 'builtin'?"
    ),
    Case("\"service\":", "\"servise\":", "servise: \(members); did you mean 'service'?"),
    Case("\"service\":", "\"version\":1,\"service\":", "version: \(members)"),
    Case(
      "\"name\":\"weather\"",
      "\"name\":\"a/b\"",
      """
      name is 'a/b': a template's name has 1 to 200 bytes of printable text without [, ] and /, and no space at \
      either end
      """
    ),
    Case("[\"General\",\"Limits\"]", "\"General\"", "categories is 'General': \(texts)"),
    Case("[\"General\",\"Limits\"]", "[\"General\",7]", "categories[1] is '7': \(texts)"),
    Case(
      "[\"General\",\"Limits\"]",
      "[\"General\",\"Limits\",\"General\"]",
      "categories[2] is 'General': it stands here already; keep one"
    ),
    Case(
      "[\"General\",\"Limits\"]",
      "[\"General\",\"Limits\",\"Queue\"]",
      "categories[2] is 'Queue': no option has this category; take it out"
    ),
    Case(
      whole: #"{"name":"a","type":"ors","service":"a","summary":"S.","categories":[],"options":{}}"#,
      "options is '{…}': write an array"
    ),
    Case(
      whole: #"{"name":"a","type":"ors","service":"a","summary":"S.","categories":[],"options":["_ttl"]}"#,
      "options[0] is '_ttl': write an object"
    ),
    Case(
      whole: #"{"name":"a","type":"ors","service":"a","summary":"S.","categories":[],"options":[]}"#,
      """
      options is '_type': a template has this option, so that its services can be read; it must take 'ors'
      """
    ),
  ]

  static let options: [Case] = [
    Case(
      "\"id\":\"_ttl\",",
      "",
      "options[2].id: this member is missing"
    ),
    Case("\"id\":\"_ttl\"", "\"id\":\"1st\"", "options[2].id is '1st': \(id)"),
    Case("\"id\":\"_ttl\"", "\"id\":\"foo-foo\"", "options[2].id is 'foo-foo': \(id)"),
    Case("\"id\":\"_ttl\"", "\"id\":\"class\"", "options[2].id is 'class': \(id)"),
    Case("\"id\":\"_ttl\"", "\"id\":\"<n>\"", "options[2].id is '<n>': \(id)"),
    Case("\"id\":\"_ttl\"", "\"id\":\"_a<m>\"", "options[2].id is '_a<m>': \(id)"),
    Case("\"id\":\"_ttl\"", "\"id\":\"_type\"", "options[2].id is '_type': it stands here already; keep one"),
    Case(
      "\"id\":\"_zone\"",
      "\"id\":\"_day<n>\"",
      "options[4].id is '_day<n>': it stands here already; keep one"
    ),
    Case("\"kind\":\"advanced\",", "", "options[2].kind: this member is missing"),
    Case(
      "\"kind\":\"advanced\"",
      "\"kind\":\"avanced\"",
      "options[2].kind is 'avanced': \(kinds); did you mean 'advanced'?"
    ),
    Case("\"kind\":\"advanced\"", "\"kind\":[]", "options[2].kind is '[…]': \(text)"),
    Case(
      "\"type\":\"seconds\"",
      "\"type\":\"secnds\"",
      "options[2].type is 'secnds': \(types); did you mean 'seconds'?"
    ),
    Case("\"type\":\"seconds\"", "\"type\":\"moon\"", "options[2].type is 'moon': \(types)"),
    Case("\"minimum\":1", "\"minimum\":\"1\"", "options[2].minimum is '1': write a whole number"),
    Case("\"minimum\":1", "\"minimum\":1.5", "options[2].minimum is '1.5': write a whole number"),
    Case("\"minimum\":1", "\"minimum\":61", "options[2].maximum is '60': write the minimum, 61, or more"),
    Case("\"maximum\":60", "\"maximum\":-1", "options[2].maximum is '-1': write the minimum, 1, or more"),
    Case(
      "\"maximum\":60",
      "\"values\":[60]",
      "options[2].values is '[…]': an option of type 'seconds' takes minimum, maximum"
    ),
    Case(
      "\"type\":\"time-zone\"",
      "\"type\":\"time-zone\",\"minimum\":1",
      "options[4].minimum is '1': an option of type 'time-zone' has no such member"
    ),
    Case("\"values\":[\"ors\"],", "", "options[0].values: this member is missing"),
    Case("\"values\":[\"ors\"]", "\"values\":[]", "options[0].values: write at least one value"),
    Case(
      "\"values\":[\"ors\"]",
      "\"values\":[\"ors\",\"ors\"]",
      "options[0].values[1] is 'ors': it stands here already; keep one"
    ),
    Case("\"values\":[\"ors\"]", "\"values\":[\"ors\",1]", "options[0].values[1] is '1': \(texts)"),
    Case(
      "\"type\":\"seconds\",\"minimum\":1,\"maximum\":60",
      "\"type\":\"integer\",\"values\":[1,\"2\"]",
      "options[2].values[1] is '2': write a whole number"
    ),
    Case(
      "\"type\":\"seconds\",\"minimum\":1,\"maximum\":60",
      "\"type\":\"integer\",\"values\":[5,5]",
      "options[2].values[1] is '5': it stands here already; keep one"
    ),
    Case(
      "\"type\":\"seconds\",\"minimum\":1,\"maximum\":60",
      "\"type\":\"integer\",\"values\":[]",
      "options[2].values: write at least one value"
    ),
    Case(
      "\"type\":\"seconds\",\"minimum\":1,\"maximum\":60",
      "\"type\":\"integer\",\"values\":[5],\"maximum\":9",
      "options[2].maximum: the values say which numbers are allowed; take this out"
    ),
    Case("\"template\":\"office-hours\",", "", "options[5].template: this member is missing"),
    Case(
      "\"category\":\"Limits\",\"summary\":\"L.\"",
      "\"category\":\"Limts\",\"summary\":\"L.\"",
      """
      options[2].category is 'Limts': the template's categories are General, Limits; did you mean 'Limits'?
      """
    ),
    Case(
      "\"summary\":\"L.\"",
      "\"summary\":\"L.\",\"defualt\":\"5\"",
      """
      options[2].defualt: known here are id, kind, type, minimum, maximum, values, template, default, category, \
      summary; did you mean 'default'?
      """
    ),
    Case("\"summary\":\"L.\"", "\"summary\":\"\"", "options[2].summary is '': \(text)"),
  ]

  static let values: [Case] = [
    Case("\"default\":\"5\"", "\"default\":5", "options[2].default is '5': \(text)"),
    Case("\"default\":\"5\"", "\"default\":\"\"", "options[2].default is '': \(text)"),
    Case(
      "\"default\":\"5\"",
      "\"default\":\"61\"",
      """
      options[2].default is '61': this default does not fit the option's type; write a whole number of seconds \
      from 1 to 60
      """
    ),
    Case(
      "\"type\":\"seconds\",\"minimum\":1,\"maximum\":60,\"default\":\"5\"",
      "\"type\":\"choice\",\"values\":[\"voice\",\"chat\"],\"default\":\"voise\"",
      """
      options[2].default is 'voise': this default does not fit the option's type; write voice or chat; did you \
      mean 'voice'?
      """
    ),
    Case(
      "\"type\":\"time-zone\"",
      "\"type\":\"time-zone\",\"default\":\"Europe/Pari\"",
      """
      options[4].default is 'Europe/Pari': this default does not fit the option's type; write a time zone such \
      as America/New_York; did you mean 'Europe/Paris'?
      """
    ),
    Case(
      "\"type\":\"holiday\"",
      "\"type\":\"holiday\",\"default\":\"12-25\"",
      "options[3].default is '12-25': a family of options has no default"
    ),
    Case(
      "\"id\":\"_day<n>\",\"kind\":\"optional\"",
      "\"id\":\"_day<n>\",\"kind\":\"mandatory\"",
      "options[3].kind is 'mandatory': a family of options is optional or a request-parameter"
    ),
    Case(
      "\"values\":[\"ors\"]",
      "\"values\":[\"builtin\"]",
      "options is '_type': a template has this option, so that its services can be read; it must take 'ors'"
    ),
    Case(
      "\"id\":\"_service\"",
      "\"id\":\"_servic\"",
      "options is '_service': a template has this option, so that its services can be read; it must take 'sky'"
    ),
    Case("\"name\":\"short\",", "", "scenarios[0].name: this member is missing"),
    Case("\"values\":{\"_ttl\":\"2\"},", "", "scenarios[0].values: this member is missing"),
    Case("{\"_ttl\":\"2\"}", "[]", "scenarios[0].values is '[…]': write an object"),
    Case("{\"_ttl\":\"2\"}", "{\"_ttl\":2}", "scenarios[0].values._ttl is '2': \(text)"),
    Case(
      "{\"_ttl\":\"2\"}",
      "{\"_ttl\":\"0\"}",
      """
      scenarios[0].values._ttl is '0': this value does not fit the type of option '_ttl'; write a whole number of \
      seconds from 1 to 60
      """
    ),
    Case(
      "{\"_ttl\":\"2\"}",
      "{\"_tll\":\"2\"}",
      "scenarios[0].values._tll is '_tll': template 'weather' has no such option; did you mean '_ttl'?"
    ),
    Case(
      "{\"_ttl\":\"2\"}",
      "{\"_service\":\"sun\"}",
      "scenarios[0].values._service is 'sun': the template's 'service' is 'sky'; write that"
    ),
    Case(
      "{\"_ttl\":\"2\"}",
      "{\"_type\":\"builtin\"}",
      "scenarios[0].values._type is 'builtin': the template's 'type' is 'ors'; write that"
    ),
    Case(
      "[\"_zone\"]",
      "[\"_zon\"]",
      "scenarios[0].required[0] is '_zon': template 'weather' has no such option; did you mean '_zone'?"
    ),
    Case(
      "[\"_day1\"]",
      "[\"_zone\",\"moon\"]",
      "scenarios[0].recommended[1] is 'moon': template 'weather' has no such option"
    ),
    Case("[\"_zone\"]", "\"_zone\"", "scenarios[0].required is '_zone': \(texts)"),
    Case(
      "\"scenarios\":[",
      "\"scenarios\":[{\"name\":\"short\",\"summary\":\"S.\",\"values\":{}},",
      "scenarios[1].name is 'short': it stands here already; keep one"
    ),
    Case(
      "\"name\":\"short\"",
      "\"title\":\"short\"",
      "scenarios[0].title: known here are name, summary, values, required, recommended"
    ),
  ]

  @Test(arguments: shapes + options + values)
  func isRefused(_ fault: Case) {
    let error = #expect(throws: CoreError.self) { try TemplateReader.read(fault.json) }
    #expect(error?.description == fault.message)
  }

  @Test
  func theTemplateItselfIsAccepted() throws {
    let template = try TemplateReader.read(TemplateRefusalTests.template)
    #expect(template.options.count == 6)
    #expect(template.scenarios.map(\.name) == ["short"])
  }

  /// What a request will bring is not known yet, and nothing stands for the default.
  @Test
  func scenarioValuesMayBeTokensOrEmpty() throws {
    for value in ["", "$seconds$"] {
      let json = TemplateRefusalTests.template.replacing("{\"_ttl\":\"2\"}", with: "{\"_ttl\":\"\(value)\"}")
      #expect(try TemplateReader.read(json).scenarios.first?.values["_ttl"] == value)
    }
  }
}
