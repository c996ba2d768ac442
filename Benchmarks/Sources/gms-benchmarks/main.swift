import Foundation
import GMSCalendar

// `gms-benchmarks` prints the table; `gms-benchmarks open-at N` only asks N times whether an office is open, so
// that a tool such as valgrind can count what those calls allocate; `gms-benchmarks apply N` does so with transitions.
if CommandLine.arguments.dropFirst().first == "open-at" {
  let calendar = try Office.hours().compiled()
  let instants = Office.instants(1_000)
  for date in instants where calendar.isOpen(at: date) { Sink.value += 1 }  // compiles the years
  let calls = Int(CommandLine.arguments.last ?? "") ?? 0
  for call in 0..<calls where calendar.isOpen(at: instants[call % 1_000]) { Sink.value += 1 }
  print("\(calls) calls")
} else if CommandLine.arguments.dropFirst().first == "apply" {
  let steps = try MeasuredTransition.all()
  let calls = Int(CommandLine.arguments.last ?? "") ?? 0
  for call in 0..<calls { Sink.value += steps[call % steps.count].apply() }
  print("\(calls) transitions")
} else {
  let measurements =
    switch CommandLine.arguments.last {
    case "records": try recordMeasurements()
    case "accounts": try accountMeasurements()
    case "configuration": try configurationMeasurements()
    case "access": try accessMeasurements()
    case "engine": try engineMeasurements()
    case "simulation": try simulationMeasurements()
    case "transitions": try transitionMeasurements()
    default:
      try calendarMeasurements() + accountMeasurements() + configurationMeasurements() + accessMeasurements()
        + callbackMeasurements() + engineMeasurements() + recordMeasurements() + simulationMeasurements()
        + transitionMeasurements()
    }
  print("| measured, one call on one thread | median | beside | ratio | met |")
  print("|---|---|---|---|---|")
  for measurement in measurements { print(measurement.row) }
  let calendar = try Office.hours().compiled()
  _ = calendar.isOpen(at: Date(timeIntervalSince1970: 1_750_000_000))
  let bytes = calendar.compiledByteCounts.max() ?? 0
  print(
    "| memory of a compiled year | \(bytes) bytes | bound 16384 bytes | \(String(format: "%.2f", Double(bytes) / 16384)) | \(bytes <= 16384 ? "yes" : "**no**") |"
  )
  exit(measurements.allSatisfy(\.isMet) && bytes <= 16384 ? 0 : 1)
}
