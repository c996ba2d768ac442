// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "gms",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "GMSCalendar", targets: ["GMSCalendar"]),
    .library(name: "GMSCore", targets: ["GMSCore"]),
    .library(name: "GMSCallback", targets: ["GMSCallback"]),
    .executable(name: "gmsctl", targets: ["gmsctl"]),
  ],
  targets: [
    // One tower: each floor imports only the floors named here. `Scripts/check-layers` proves it.
    .target(name: "GMSCalendar"),
    .target(
      name: "GMSCore",
      dependencies: ["GMSCalendar"],
      // In the code and not beside it: a binary that is moved keeps its templates, and needs no Bundle.
      resources: [.embedInCode("Templates/Shipped")]
    ),
    .target(name: "GMSCallback", dependencies: ["GMSCore", "GMSCalendar"]),
    .executableTarget(
      name: "gmsctl",
      dependencies: ["GMSCallback", "GMSCore", "GMSCalendar"]
    ),

    .target(
      name: "GMSTestSupport",
      dependencies: ["GMSCalendar", "GMSCore"],
      path: "Tests/GMSTestSupport"
    ),
    .testTarget(name: "GMSCalendarTests", dependencies: ["GMSCalendar", "GMSTestSupport"]),
    .testTarget(name: "GMSCoreTests", dependencies: ["GMSCore", "GMSCalendar", "GMSTestSupport"]),
    .testTarget(
      name: "GMSCallbackTests",
      dependencies: ["GMSCallback", "GMSCore", "GMSCalendar", "GMSTestSupport"]
    ),
    .testTarget(
      name: "gmsctlTests",
      dependencies: ["gmsctl", "GMSCallback", "GMSCore", "GMSCalendar", "GMSTestSupport"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

// The same settings for every target: today's upcoming features, and no warning survives.
for target in package.targets {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("ImmutableWeakCaptures"),
      .enableUpcomingFeature("InferIsolatedConformances"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .treatAllWarnings(as: .error),
    ]
}
