extension CallbackError {
  /// A stable name for what is wrong; new ones may be added.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable name.
    public let rawValue: String

    /// A code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }

    // The machine: facts `state`, `event`, `accepted`, `due`, `suggestion`.
    /// An id that no callback has: fact `id`.
    public static let unknownCallback = Code(rawValue: "unknown-callback")
    /// An event that the callback's state refuses.
    public static let wrongState = Code(rawValue: "wrong-state")
    /// An event of time that came before its time: fact `due`.
    public static let notDueYet = Code(rawValue: "not-due-yet")
    /// A name that no event has.
    public static let unknownEvent = Code(rawValue: "unknown-event")
    /// A new desired time for a callback that no longer waits for its time.
    public static let notReschedulable = Code(rawValue: "not-reschedulable")

    // Requests: facts `parameter`, `value`, `expected`, `suggestion`, `accepted`.
    /// A parameter that must be given and was not.
    public static let missingParameter = Code(rawValue: "missing-parameter")
    /// A parameter whose value cannot be.
    public static let invalidParameter = Code(rawValue: "invalid-parameter")
    /// A parameter that does not exist here.
    public static let unknownParameter = Code(rawValue: "unknown-parameter")
    /// Text that is not the id of a callback: facts `value`, `expected`.
    public static let malformedID = Code(rawValue: "malformed-id")
    /// A number that nobody can have: facts `option`, `value`, `number`.
    public static let impossibleNumber = Code(rawValue: "impossible-number")
    /// A range that ends before it starts, or that is given twice: facts `start`, `end`, `reason`.
    public static let rangeInvalid = Code(rawValue: "range-invalid")

    // Desired times: facts `rule`, `desired`, `detail`, `option`, `value`, `expected`, `limit`, `availability`.
    /// A desired time at which the office is closed.
    public static let outsideOfficeHours = Code(rawValue: "outside-office-hours")
    /// A desired time in a slot that has no capacity left.
    public static let slotFull = Code(rawValue: "slot-full")
    /// A desired time that is over: fact `parameter` in place of `option`.
    public static let desiredTimeInPast = Code(rawValue: "desired-time-in-past")
    /// A desired time further ahead than the service takes.
    public static let desiredTimeTooFar = Code(rawValue: "desired-time-too-far")
    /// A service that needs office hours and names none, or names some that do not exist.
    public static let missingOfficeHours = Code(rawValue: "missing-office-hours")

    // Records: facts `id`, `member`, `value`, `expected`.
    /// JSON, given by a person, that is not a callback's record.
    public static let malformedRecord = Code(rawValue: "malformed-record")
    /// A record in a store that cannot be read.
    public static let damagedRecord = Code(rawValue: "damaged-record")
  }
}
