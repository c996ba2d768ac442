import GMSCalendar
import GMSCore

/// The parameters of a request to a running callback: those that it takes, and the customer's own data.
///
/// A parameter of GMS's that it does not take is refused: a misspelt `_snooze` must not connect.
struct DeviceParameters {
  private let request: RunningRequest
  private let parameters: Options

  /// Which device it is; kept with the callback, whichever request brings it.
  private static let device = ["_device_notification_id", "_device_os"]

  /// Reads parameters.
  ///
  /// - Parameters:
  ///   - request: The request that brings them.
  ///   - parameters: What it brings.
  ///   - own: The names that the request itself takes.
  /// - Throws: `CallbackError` with code `unknownParameter` for another one of GMS's, `invalidParameter` for a name that
  ///   cannot be kept.
  init(_ request: RunningRequest, _ parameters: Options, own: [String]) throws(CallbackError) {
    self.request = request
    self.parameters = parameters
    let known = own + DeviceParameters.device
    for (name, value) in parameters.sorted {
      if name.isEmpty || name.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
        throw CallbackError(
          .invalidParameter,
          ["parameter": name, "value": value, "expected": "a name of printable characters"]
        )
      }
      guard name.utf8.count <= RequestSize.name else {
        throw .tooLarge(name: name, size: name.utf8.count, limit: RequestSize.name)
      }
      guard value.utf8.count <= RequestSize.value else {
        throw .tooLarge(valueOf: name, size: value.utf8.count, limit: RequestSize.value)
      }
      guard name.hasPrefix("_"), !known.contains(name) else { continue }
      var facts: [JSONValue.Member] = [
        .init("parameter", .string(name)), .init("request", .string(request.rawValue)),
        .init("accepted", .array(known.map(JSONValue.string))),
      ]
      if let near = NearestName.find(name, in: known) { facts.append(.init("suggestion", .string(near))) }
      throw CallbackError(.unknownParameter, facts)
    }
  }

  /// A parameter that is true or false, and false when it is not given.
  func flag(_ name: String) throws(CallbackError) -> Bool {
    guard let text = parameters[name], !text.isEmpty else { return false }
    guard let flag = Bool(text) else { throw invalid(name, text, among: ["true", "false"]) }
    return flag
  }

  /// How messages reach the device, `notify_by`; it asks for them when it does not say.
  func chatMode() throws(CallbackError) -> ChatMode {
    guard let text = parameters["notify_by"], !text.isEmpty else { return .poll }
    guard let mode = ChatMode(rawValue: text) else {
      throw invalid("notify_by", text, among: ChatMode.allCases.map(\.rawValue))
    }
    return mode
  }

  /// What is kept with the callback: the customer's own data, and which device it is.
  var kept: [String: String] {
    parameters.dictionary.filter { name, value in
      !value.isEmpty && name != "notify_by"
        && (!name.hasPrefix("_") || DeviceParameters.device.contains(name))
    }
  }

  /// Refuses what would make a callback larger than a request for one may be.
  ///
  /// - Throws: `CallbackError` with code `requestTooLarge`.
  func checkSize(with callback: Callback) throws(CallbackError) {
    let all = callback.properties.merging(kept) { $1 }
    guard all.count <= RequestSize.parameters else {
      throw .tooLarge(size: all.count, limit: RequestSize.parameters, unit: "parameters")
    }
    let bytes = all.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    guard bytes <= RequestSize.total else {
      throw .tooLarge(size: bytes, limit: RequestSize.total, unit: "bytes in all its parameters")
    }
  }

  private func invalid(_ name: String, _ value: String, among words: [String]) -> CallbackError {
    var facts: [JSONValue.Member] = [
      .init("parameter", .string(name)), .init("value", .string(value)),
      .init("request", .string(request.rawValue)),
      .init("expected", .string(words.map { "'\($0)'" }.joined(separator: " or "))),
    ]
    if let near = NearestName.find(value, in: words) { facts.append(.init("suggestion", .string(near))) }
    return CallbackError(.invalidParameter, facts)
  }
}
