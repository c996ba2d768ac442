extension CallbackError.Code {
  /// A simulation that cannot be run as it is planned: facts `parameter`, `value`, `expected`, `suggestion`.
  public static let invalidSimulation = CallbackError.Code(rawValue: "invalid-simulation")
}
