// swift-tools-version: 6.1
// The measurements, apart from the tool: nobody who only builds heshu builds this.

import PackageDescription

let package = Package(
  name: "heshu-benchmarks",
  targets: [
    .target(
      name: "CWordBreak", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .executableTarget(name: "heshu-bench", dependencies: ["CWordBreak"]),
  ]
)
