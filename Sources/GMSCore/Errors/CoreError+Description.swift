import GMSCalendar

/// All English of GMSCore's errors: what is wrong, the value in quotes, what would be right.
extension CoreError: CustomStringConvertible {
  /// The error as one sentence for a person.
  public var description: String {
    switch code {
    case .malformedJSON:
      "this is not JSON at line \(plain("line")), column \(plain("column")): \(plain("reason"))"
        + clause("value") { ", found \($0)" }
    case .malformedConfiguration:
      plain("value").isEmpty
        ? "\(position)this is not a configuration: \(plain("reason"))"
        : "\(position)\(quoted("value")) is not part of a configuration: \(plain("reason"))\(hint)"
    case .unknownService: "there is no service \(quoted("service"))\(hint(or: "; create it first"))"
    case .serviceExists:
      "there is a service \(quoted("service")) already; take another name, or change that one"
    case .malformedServiceName:
      "\(quoted("value")) cannot name a service; write 1 to 200 bytes of printable text without [, ] and /, "
        + "without $…$, and without a space at either end"
    case .unknownTemplate: "there is no template \(quoted("template"))\(accepted("; known are "))\(hint)"
    case .unknownScenario:
      "template \(quoted("template")) has no scenario \(quoted("value"))"
        + accepted("; it has ", none: "; it has none") + hint
    case .malformedOptionName:
      "\(quoted("value")) cannot name an option\(ofOwner); write letters, digits, _ and $, no digit first, "
        + "and no word that ECMAScript reserves"
    case .invalidOption: invalidOptionSentence
    case .missingOption:
      "option \(quoted("option"))\(ofOwner) is mandatory and cannot be missing\(accepted("; it takes "))"
    case .unknownReference:
      "option \(quoted("option"))\(ofOwner) names \(plain("kind")) \(quoted("value")), which does not exist"
        + hint(or: "; create it first")
    case .serviceInUse:
      "service \(quoted("service")) is used by \(list("users")); change or delete what uses it first"
    case .wrongTemplate: wrongTemplateSentence
    case .optionNotSet: "option \(quoted("option"))\(ofOwner) is not set\(hint)"
    case .tokenWithoutValue:
      "option \(quoted("option"))\(ofOwner) holds the token '$\(plain("token"))$', and the request has no such "
        + "parameter; add '\(plain("token"))=…'"
    case .importCycle: "office hours import themselves: \(path); take one of these imports away"
    case .capacityAboveMaximum:
      "the capacity \(quoted("value")) in option \(quoted("option"))\(ofOwner) is above the maximum of "
        + "\(plain("maximum")); lower it, or raise '_max_capacity'"
    case .capacityKeyMismatch:
      "option \(quoted("option"))\(ofOwner) holds the capacity of \(quoted("value")), which its name "
        + "contradicts; write \(quoted("expected")) in the value, or give the option another name"
    case .repeatedCapacity:
      "option \(quoted("option"))\(ofOwner) gives the capacity of \(quoted("value")), which option "
        + "\(quoted("other")) gives too; keep one"
    case .malformedNumber:
      "\(quoted("value"))\(ofOwner) is not an access number; write digits, with + ( ) . - * # or spaces "
        + "between them"
    case .repeatedNumber:
      "access number \(quoted("value"))\(ofOwner) stands in \(other) already; keep it once"
    case .storeMissing:
      "there is no store at \(quoted("path"))\(because); make one, or name the directory of another"
    case .storeExists:
      "there is a store at \(quoted("path")) already\(because); use it, or name another directory"
    case .storeUnreadable:
      "the store at \(quoted("path")) cannot be read\(because); check that it may be read"
    case .storeUnwritable:
      "the store at \(quoted("path")) cannot be written\(because); check its permissions and the free space"
    case .storeDamaged:
      "the store is damaged at \(quoted("path"))\(linePlace)\(because); "
        + (has("repairable")
          ? "run 'gmsctl store check' and 'gmsctl store repair', or put back a copy"
          : "mend that place, or put back a copy")
    case .storeTooNew:
      "the store at \(quoted("path")) has version \(quoted("version")) and this program reads up to "
        + "\(quoted("supported")); use a newer program"
    case .stateNotKept:
      "the state of \(quoted("value")) is not kept by the store at \(quoted("path"))"
        + (plain("earliest").isEmpty ? "" : "; its log begins at \(quoted("earliest"))")
    case .recordTooLarge:
      "record \(quoted("id")) takes \(plain("value")) bytes, and a store keeps at most \(plain("maximum")); "
        + "shorten its values"
    case .storeBusy:
      "the store at \(quoted("path")) is busy" + clause("pid") { ", process \($0) holds it" }
        + "; try again when that is done"
    case .malformedImport: malformedImportSentence
    case .importConflict:
      "line \(plain("line")): there is \(TransferKind.article(plain("kind"))) \(quoted("value")) already"
        + (has("firstLine") ? ", from line \(plain("firstLine"))" : "")
        + (plain("identical") == "true" ? ", and it is the same" : "")
        + "; take the line out, or let it replace what is there"
    // Subjects have sentences of their own; codes are open, and another module's still gets its facts told.
    default:
      subjectSentence ?? code.rawValue + clause("value") { " \($0)" } + ofOwner + because + hint
    }
  }

  private var invalidOptionSentence: String {
    if self["reason"] != nil {
      // The reason is made of sentences of ours, in which foreign text is cut already.
      return "option \(quoted("option"))\(ofOwner) is refused: \(self["reason"] ?? "")"
    }
    return "option \(quoted("option"))\(ofOwner) is \(quoted("value"))\(accepted("; write "))\(hint)"
  }

  private var malformedImportSentence: String {
    // The reason is made of sentences of ours, in which foreign text is cut already.
    let reason = self["reason"] ?? ""
    let value = has("value") && !has("cause") ? ": \(quoted("value"))" : ""
    return "line \(plain("line"))\(value) cannot be imported: \(reason)\(has("cause") ? "" : hint)"
  }

  private var wrongTemplateSentence: String {
    if self["option"] != nil {
      return "option \(quoted("option"))\(ofOwner) names \(quoted("value")), a service of template "
        + "\(quoted("template")); name one of template \(quoted("accepted"))"
    }
    return "service \(quoted("service")) is of template \(quoted("template")); this takes one of template "
      + quoted("accepted")
  }
}
