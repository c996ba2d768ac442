// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that nobody who imports the libraries resolves or builds it.
let package = Package(
  name: "gms-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "gms", path: "..")],
  targets: [
    .executableTarget(
      name: "gms-benchmarks",
      dependencies: [
        .product(name: "GMSCalendar", package: "gms"),
        .product(name: "GMSCore", package: "gms"),
        .product(name: "GMSCallback", package: "gms"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]
    ),
    // What `Benchmarks/store` needs: the library's side of it, and a clock around a process.
    .executableTarget(
      name: "gms-store-benchmark",
      dependencies: [
        .product(name: "GMSCore", package: "gms"),
        .product(name: "GMSCallback", package: "gms"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]
    ),
    .executableTarget(name: "measure-process"),
  ],
  swiftLanguageModes: [.v6]
)
