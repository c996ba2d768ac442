import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// A company with one callback service of a scenario, a group of locked numbers, and a clock that the test owns.
///
/// Times are seconds after Monday morning, 09:00 in New York.
struct ScenarioCompany {
  let store: MemoryStore
  let engine: CallbackEngine
  let chat: RecordingChatTransport
  /// The service's name.
  static let service = "line"
  static let device = "b16416334828b1d26ef14f329628b55b5a8c631d8928a371a5584722dd7fb673"

  init(
    _ scenario: String,
    _ options: Options = [:],
    numbers: [String] = ["6504663204"],
    sections: [String: Options] = [:],
    chat opening: ChatOpening = .opened,
    submit: @escaping @Sendable (Callback) -> Bool = { _ in true }
  ) throws {
    var configuration = try ServiceEditor().create(
      "Office",
      template: "office-hours",
      options: ["_bh_regular1": "Mon-Fri 09:00-17:00", "_timezone": "America/New_York"],
      in: Configuration()
    )
    configuration = try ResourceEditor().create("DNIS", options: ["strategy": "local"], in: configuration)
    configuration = try ResourceEditor().add(numbers, to: "DNIS", in: configuration)
    for template in ["request-access", "match-interaction", "request-interaction"] {
      configuration = try ServiceEditor().create(template, template: template, in: configuration)
    }
    var own: [String: String] = ["_target": "Agents@Stat.GA", "_urs_virtual_queue": "VQ"]
    if scenario.hasPrefix("user-originated") { own["_resource_group"] = "DNIS" }
    if scenario.hasSuffix("scheduled") { own["_business_hours_service"] = "Office" }
    configuration = try ServiceEditor().create(
      Self.service,
      template: "callback",
      scenario: scenario,
      options: Options(own.merging(options.dictionary) { $1 }),
      in: configuration
    )
    configuration.options = sections
    store = MemoryStore(configuration: configuration)
    chat = RecordingChatTransport(opening)
    engine = CallbackEngine(store: store, chat: chat, submit: submit)
  }

  func at(_ seconds: Double) -> Date { Company.monday.addingTimeInterval(seconds) }

  func context(_ seconds: Double, dryRun: Bool = false) -> RequestContext {
    RequestContext(now: at(seconds), randomness: .seed(1), command: "test", isDryRun: dryRun)
  }

  /// How many transactions the store has committed.
  var sequence: Int { get throws { try store.read { $0.sequence } } }

  // MARK: - What the customer, agents and time do

  /// The customer asks for a callback; the answer is as it goes to the device.
  func start(_ parameters: Options = [:], number: String = "5115", at seconds: Double = 0) throws -> (
    id: CallbackID, answer: String
  ) {
    let started = try engine.startWithDialog(
      StartRequest(Self.service, customerNumber: number, parameters: parameters),
      context(seconds)
    )
    return (started.callback.id, JSONWriter.compact(started.answer()))
  }

  /// The device asks something; the answer as one line.
  func ask(
    _ request: RunningRequest,
    _ id: CallbackID,
    _ parameters: Options = [:],
    at seconds: Double
  ) throws -> String {
    JSONWriter.compact(try engine.ask(request, of: id.text, parameters, context(seconds)).body)
  }

  /// What is said to a request that is refused; nothing is written then.
  func refusal(
    _ request: RunningRequest,
    _ id: CallbackID,
    _ parameters: Options = [:],
    at seconds: Double
  ) throws -> String {
    try refusal { _ = try engine.ask(request, of: id.text, parameters, context(seconds)) }
  }

  /// The status and sentence of a refusal, which must write nothing.
  func refusal(_ body: () throws -> Void) throws -> String {
    let before = try everything()
    do {
      try body()
      return "not refused"
    } catch let error as any GMSFailure {
      #expect(try everything() == before, "a refusal writes nothing")
      return "\(error.status) \(error)"
    }
  }

  /// Something happens; the actions to take.
  @discardableResult
  func event(
    _ name: String,
    _ id: CallbackID,
    _ parameters: [String: String] = [:],
    at seconds: Double
  ) throws -> [String] {
    try engine.apply(CallbackEvent(name: name, parameters: parameters), to: id.text, context(seconds))
      .transitions.flatMap(\.actions).map(\.description)
  }

  /// Time moves on; the steps as `event → place`.
  @discardableResult
  func run(_ seconds: Double) throws -> [String] {
    try engine.run(context(seconds)).steps.map {
      "\($0.transition.event.name.rawValue) → \($0.transition.to.kind.rawValue)"
    }
  }

  /// A call comes in on a number; the match's answer.
  func call(_ number: String, _ parameters: Options = [:], at seconds: Double) throws -> String {
    var parameters = parameters
    parameters["_access_number"] = number
    return JSONWriter.compact(
      try engine.request("match-interaction", parameters, context(seconds)).body
    )
  }

  /// What waits to be pushed to the device of a callback, or to be fetched by it.
  func pushed(_ id: CallbackID) throws -> [String] {
    try engine.notifications(of: id.text).filter { $0.subject == .agentAvailable }.map {
      JSONWriter.compact($0.message)
    }
  }

  /// The push that an agent is available, made by the third step of a callback.
  static func announcement(_ id: CallbackID, providesCode: Bool = false) -> String {
    """
    {"id":"\(id)-3.1","message":{"_action":"get-dialog-user-confirmation-provide_code-\(providesCode)",\
    "_id":"\(id)"},"tag":"service.agentavailable.\(id)"}
    """
  }

  // MARK: - What there is

  func callback(_ id: CallbackID) throws -> Callback { try engine.callback(id.text) }

  func place(_ id: CallbackID) throws -> String { try callback(id).state.kind.rawValue }

  /// The history as `event → place`, from the first line on.
  func history(_ id: CallbackID) throws -> [String] {
    try callback(id).history.map { "\($0.event.name.rawValue) → \($0.to.rawValue)" }
  }

  /// The bookings that live, by number.
  func live(_ seconds: Double) throws -> [AccessBooking] {
    try store.read { try BookingQueries($0).bookings().filter { $0.state(at: at(seconds)) == .live } }
  }

  /// All records of callbacks and bookings.
  func everything() throws -> [StoredRecord] {
    try store.read { reader in
      try [RecordKind.callback, .booking, .instance].flatMap { try reader.records(RecordQuery($0)) }
    }
  }

  /// The dialog that tells a device to call.
  static func dial(_ id: CallbackID, _ number: String, left: Int, code: String = "n/a") -> String {
    """
    {"_dialog_id":"0","_label":"Connecting ...","_action":"DialNumber","_tel_url":"tel:\(number)",\
    "_access_code":"\(code)","_access_number":"\(number)","_expiration_time":"\(left)","_id":"\(id)"}
    """
  }

  /// What a device is told that has to wait.
  static func notified(_ id: CallbackID) -> String {
    #"{"_id":"\#(id)","_text":"We will notify you when an agent is available."}"#
  }

  /// The dialog that tells a device to chat.
  static func chat(
    _ id: CallbackID,
    device: String = ScenarioCompany.device,
    server: String = "http://localhost:8080"
  ) -> String {
    """
    {"_dialog_id":"1","_action":"StartChat","_label":"Start Chat",\
    "_start_chat_url":"\(server)/genesys/1/service/\(id)/ixn/chat",\
    "_comet_url":"\(server)/genesys/cometd","_user_header":"\(device)","_id_to_jump_before":"exit://",\
    "_chat_parameters":{"subject":"None"},"_id":"\(id)"}
    """
  }

  /// The dialog that asks whether it suits now.
  static func question(_ id: CallbackID, media: String = "0") -> String {
    """
    {"_action":"ConfirmationDialog","_id":"\(id)","_text":"An agent is available. Do you want to be connected \
    now?","_ok_title":"Connect","_dialog_id":"\(media)","_desired_time":"2025-01-06T14:00:00.000Z"}
    """
  }
}
