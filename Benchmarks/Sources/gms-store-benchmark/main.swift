import Foundation

// What Benchmarks/store measures in the library and not in gmsctl. Records are JSON lines as `gmsctl store import` reads
// them.
//
//     gms-store-benchmark import STORE RECORDS              puts all records in one transaction
//     gms-store-benchmark inserts STORE RECORDS SECONDS     puts one record in each transaction, until all are there
//                                                           or the time is over; prints how many, and nanoseconds
let arguments = CommandLine.arguments.dropFirst()
do {
  switch (arguments.first, arguments.count) {
  case ("import", 3):
    let count = try Inserts.together(RecordLines(arguments[3]), into: arguments[2])
    print(count)
  case ("inserts", 4):
    guard let seconds = Double(arguments[4]), seconds > 0 else {
      throw BenchmarkFailure("'\(arguments[4])' is no number of seconds above 0.")
    }
    let (count, nanoseconds) = try Inserts.oneByOne(
      RecordLines(arguments[3]),
      into: arguments[2],
      for: .seconds(seconds)
    )
    print(count, nanoseconds)
  default:
    throw BenchmarkFailure(
      "usage: gms-store-benchmark import STORE RECORDS | inserts STORE RECORDS SECONDS"
    )
  }
} catch {
  FileHandle.standardError.write(Data("gms-store-benchmark: \(error)\n".utf8))
  exit(1)
}
