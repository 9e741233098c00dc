// swift-tools-version: 6.1
// The rooms of the house in the data's order: a target imports only targets above it.

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "heshu",
  products: [
    .executable(name: "heshu", targets: ["heshu"]),
    .library(
      name: "Heshu",
      targets: ["HeshuGrammar", "HeshuText", "HeshuSegments", "HeshuNumerals", "HeshuClaims", "HeshuChecks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Libraries of the system, and the compiled grammar.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .systemLibrary(name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CDigest", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CGrammarImage", exclude: ["zh.image"]),

    // From grammar files to tables and automata; from bytes to reading text, words, numbers, claims.
    .target(name: "HeshuGrammar", dependencies: ["CICU", "CGrammarImage", "Yams"], swiftSettings: strict),
    .target(
      name: "HeshuText", dependencies: ["CICU", "CLibXML", "CZlib", "CDigest", "HeshuGrammar"], swiftSettings: strict),
    .target(name: "HeshuSegments", dependencies: ["CICU", "HeshuGrammar", "HeshuText"], swiftSettings: strict),
    .target(name: "HeshuNumerals", dependencies: ["HeshuGrammar", "HeshuText"], swiftSettings: strict),
    .target(
      name: "HeshuClaims", dependencies: ["HeshuGrammar", "HeshuText", "HeshuSegments", "HeshuNumerals"],
      swiftSettings: strict),
    .target(
      name: "HeshuChecks", dependencies: ["HeshuGrammar", "HeshuText", "HeshuNumerals", "HeshuClaims"],
      swiftSettings: strict),

    // Beside the way of the data: grammar examples, scores.
    .target(
      name: "HeshuExamples",
      dependencies: ["HeshuGrammar", "HeshuText", "HeshuSegments", "HeshuNumerals", "HeshuClaims"],
      swiftSettings: strict),
    .target(name: "HeshuEvaluation", swiftSettings: strict),
    .target(
      name: "HeshuMutants",
      dependencies: ["HeshuGrammar", "HeshuText", "HeshuNumerals", "HeshuClaims", "HeshuChecks"], swiftSettings: strict),
    .executableTarget(
      name: "heshu",
      dependencies: [
        "HeshuEvaluation", "HeshuExamples", "HeshuMutants", "HeshuGrammar", "HeshuText", "HeshuSegments",
        "HeshuNumerals",
        "HeshuClaims", "HeshuChecks", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(
      name: "HeshuGrammarTests", dependencies: ["CICU", "HeshuGrammar"], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "HeshuTextTests", dependencies: ["HeshuText", "HeshuGrammar", "CZlib"], swiftSettings: strict),
    .testTarget(
      name: "HeshuSegmentsTests", dependencies: ["HeshuGrammar", "HeshuText", "HeshuSegments", "HeshuClaims"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "HeshuNumeralsTests", dependencies: ["HeshuGrammar", "HeshuText", "HeshuNumerals"], swiftSettings: strict),
    .testTarget(
      name: "HeshuClaimsTests",
      dependencies: ["HeshuGrammar", "HeshuText", "HeshuNumerals", "HeshuClaims", "HeshuEvaluation"],
      swiftSettings: strict),
    .testTarget(
      name: "HeshuChecksTests",
      dependencies: ["HeshuGrammar", "HeshuText", "HeshuNumerals", "HeshuClaims", "HeshuChecks", "HeshuMutants"],
      swiftSettings: strict),
    .testTarget(
      name: "GrammarExampleTests", dependencies: ["HeshuExamples", "HeshuGrammar"], swiftSettings: strict),
    .testTarget(name: "HeshuEvaluationTests", dependencies: ["HeshuEvaluation"], swiftSettings: strict),
    .testTarget(
      name: "CorpusTests",
      dependencies: ["HeshuGrammar", "HeshuText", "HeshuNumerals", "HeshuClaims", "HeshuEvaluation"],
      swiftSettings: strict),
    .testTarget(name: "ToolTests", dependencies: ["heshu", "HeshuClaims"], swiftSettings: strict),
  ]
)
