/// How the customer's data reaches the agent (`_attach_udata`).
public enum DataAttachment: String, CaseIterable, Sendable {
  /// All of it as one JSON text, under the key `GMS_UserData`.
  case singleJSON = "single_json"
  /// Each value under its own name.
  case separateKeys = "separate_keys"
  /// Only the id under which it is found, under the key `GMS_UserData`.
  case storageID = "gms_storage_id"
  /// The same by GMS's other name for it.
  case dataID = "data_id"

  /// The key that holds what is attached as one value.
  public static let key = "GMS_UserData"
}
