/// The phrases that stand beside HTTP statuses in GMS's error bodies.
package enum GMSPhrase {
  /// The phrase for a status; one of 4xx that has none of its own is a bad parameter.
  ///
  /// GMS documents `BAD_PARAMETER`; the others follow its pattern.
  package static func of(status: Int) -> String {
    switch status {
    case 401: "UNAUTHORIZED"
    case 403: "FORBIDDEN"
    case 404: "NOT_FOUND"
    case 409: "CONFLICT"
    case 501: "NOT_IMPLEMENTED"
    case 503: "SERVICE_UNAVAILABLE"
    case 500...: "INTERNAL_ERROR"
    default: "BAD_PARAMETER"
    }
  }
}
