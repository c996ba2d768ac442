/// A store of version 1: one JSON document, with the configuration over many lines and one line for each record.
///
///     {"format":"gms-store","version":1,"sequence":7,
///     "configuration":{…},
///     "records":{"callback":[
///     {"id":"1-…","service":"Support","state":"SCHEDULED","time":"2025-01-06T15:00:00.000Z","created":…,"body":{…}}
///     ]}}
///
/// A record's body stands as its owner gave it; `due` and `customer` are there when they are set. A person may
/// have edited the text and laid it out in any way. It is read, and no longer written.
enum Version1Document {
  /// The names of a record's members, in order.
  static let members = ["id", "service", "state", "time", "created", "due", "customer", "body"]
}
