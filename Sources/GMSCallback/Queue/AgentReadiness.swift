import GMSCore

/// Whether an agent counts as nearly there for a callback in line.
///
/// Two thresholds of the service decide: the estimated wait is `_agent_ready_eta_threshold` seconds or less, and the
/// position `_agent_ready_position_threshold` or less. Where there is no estimate nothing speaks against it, and the
/// reason says only that, as GMS does. GMS shows the two reasons of a threshold that is passed; those of one that is not
/// are ours, in the same form.
public struct AgentReadiness: Hashable, Sendable {
  /// The longest wait, in seconds, that counts as short.
  public let etaThreshold: Int
  /// The last position that counts as near the front.
  public let positionThreshold: Int
  /// Whether the threshold is passed.
  public let isPassed: Bool
  /// Why, in GMS's form: `eta n/a`, `eta <= 35 and position <=5 `, or, not passed, `eta > 35 and position <=5 ` and the
  /// like; the space at the end is GMS's.
  public let reason: String

  /// What a service without these options has.
  public static let defaults = (eta: 35, position: 5)

  /// The judgement of a position.
  public init(
    _ position: QueuePosition,
    etaThreshold: Int = AgentReadiness.defaults.eta,
    positionThreshold: Int = AgentReadiness.defaults.position
  ) {
    self.etaThreshold = etaThreshold
    self.positionThreshold = positionThreshold
    guard let eta = position.eta else {
      isPassed = true
      reason = "eta n/a"
      return
    }
    let isShort = eta <= etaThreshold
    let isNear = position.position <= positionThreshold
    isPassed = isShort && isNear
    reason =
      "eta \(isShort ? "<=" : ">") \(etaThreshold) and position \(isNear ? "<=" : ">")\(positionThreshold) "
  }

  /// The judgement of a position by the thresholds of its service; by the defaults for one that is gone.
  init(_ position: QueuePosition, _ service: ConfiguredService?) throws(CoreError) {
    self.init(
      position,
      etaThreshold: try service?.integer("_agent_ready_eta_threshold") ?? AgentReadiness.defaults.eta,
      positionThreshold: try service?.integer("_agent_ready_position_threshold")
        ?? AgentReadiness.defaults.position
    )
  }
}
