import GMSCore

/// The errors about ids, running instances, stored data and records.
extension CoreErrorTests {
  static let instanceCases: [Case] = [
    Case(
      .malformedServiceID,
      texts(["value": "x", "expected": "<number>-<uuid>"]),
      exception: "BadRequestException",
      "'x' is not an id; write <number>-<uuid>"
    ),
    Case(
      .unknownInstance,
      texts(["id": "1-x", "expired": "2025-01-06T14:00:00.000Z"]),
      .notFound,
      "ServiceNotFoundException",
      404,
      "NOT_FOUND",
      "there is no running service '1-x'; its time to live ended at '2025-01-06T14:00:00.000Z'"
    ),
    Case(
      .unknownStorage,
      texts(["id": "1-x"]),
      .notFound,
      "StorageException",
      404,
      "NOT_FOUND",
      "nothing is stored under '1-x'; it was never there, was taken away, or is long over"
    ),
    Case(
      .unknownStorageKey,
      texts(["id": "1-x", "key": "z", "accepted": "a, b"]),
      .notFound,
      "StorageException",
      404,
      "NOT_FOUND",
      "what is stored under '1-x' has no key 'z'; it has a, b"
    ),
    Case(
      .malformedStorageKey,
      texts(["value": "a/b"]),
      exception: "StorageException",
      "'a/b' cannot be a key of stored data; write 1 to 200 bytes of text without / and control characters"
    ),
    Case(
      .storageTooLarge,
      [.init("id", "1-x"), .init("value", 11), .init("maximum", 10)],
      exception: "StorageException",
      "the data has 11 bytes, and one id keeps 10; store less, or under several ids"
    ),
    Case(
      .malformedRecord,
      texts(["kind": "storage", "member": "expires", "value": "soon", "expected": "a time"]),
      exception: "BadRequestException",
      "the storage record is damaged at 'expires': 'soon'; give a time"
    ),
    Case(
      .damagedRecord,
      texts(["id": "1-x", "kind": "storage", "member": "values", "expected": "an object"]),
      .unusableStore,
      "StoreException",
      500,
      "INTERNAL_ERROR",
      "the storage record '1-x' is damaged at 'values'; give an object"
    ),
  ]
}
