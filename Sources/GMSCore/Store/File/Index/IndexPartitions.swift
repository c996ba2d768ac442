/// Partitions with numbers: each one that is new gets the next.
///
/// Names that are equal as `String` are one partition, as they are one name to a query.
package struct IndexPartitions: Sendable {
  /// The partitions; the place of each is its number.
  package private(set) var all: [IndexPartition] = []
  private var numbers: [IndexPartition: UInt32] = [:]

  /// No partitions.
  package init() {}

  /// The number of a partition.
  ///
  /// - Complexity: O(1).
  package mutating func number(of partition: IndexPartition) -> UInt32 {
    if let number = numbers[partition] { return number }
    let number = UInt32(all.count)
    numbers[partition] = number
    all.append(partition)
    return number
  }
}
