// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "filon",
  products: [
    .executable(name: "filon", targets: ["filon"]),
    .library(name: "Filon", targets: ["Filon"]),
    .library(name: "FilonCommand", targets: ["FilonCommand"]),
    .library(name: "FilonTesting", targets: ["FilonTesting"]),
    .library(name: "FilonPipeline", targets: ["FilonPipeline"]),
    .library(name: "FilonCore", targets: ["FilonCore"]),
    .library(name: "FilonIO", targets: ["FilonIO"]),
    .library(name: "FilonHTML", targets: ["FilonHTML"]),
    .library(name: "FilonLanguage", targets: ["FilonLanguage"]),
    .library(name: "FilonTerms", targets: ["FilonTerms"]),
    .library(name: "FilonEntities", targets: ["FilonEntities"]),
    .library(name: "FilonClaims", targets: ["FilonClaims"]),
    .library(name: "FilonDedup", targets: ["FilonDedup"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // C libraries of the system.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstandard", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

    // Linguistic data and models of each engine, embedded by `#embed`.
    .target(name: "CFilonHTMLData", exclude: ["data"]),
    .target(name: "CFilonLanguageData", exclude: ["data"]),
    .target(name: "CFilonTermsData", exclude: ["data"]),
    .target(name: "CFilonEntitiesData", exclude: ["data"]),
    .target(name: "CFilonClaimsData", exclude: ["data"]),

    // Inner loops that want the instructions of the processor: digests and sums of weights.
    .target(name: "CFilonKernels"),

    // The ground floor: text, offsets, layers, document, JSON.
    .target(name: "FilonCore", dependencies: ["CFilonKernels"]),

    // Engines. They know no pipeline.
    .target(name: "FilonIO", dependencies: ["FilonCore", "CDeflate", "CZlib", "CZstandard"]),
    .target(name: "FilonHTML", dependencies: ["FilonCore", "CLibXML2", "CFilonHTMLData"]),
    .target(name: "FilonLanguage", dependencies: ["FilonCore", "CFilonLanguageData"]),
    .target(name: "FilonTerms", dependencies: ["FilonCore", "CFilonTermsData", "CFilonKernels"]),
    .target(
      name: "FilonEntities",
      dependencies: ["FilonCore", "FilonTerms", "CFilonEntitiesData", "CFilonKernels"]),
    .target(
      name: "FilonClaims",
      dependencies: [
        "FilonCore", "FilonTerms", "FilonEntities", "CFilonClaimsData", "CFilonKernels",
      ]),
    .target(name: "FilonDedup", dependencies: ["FilonCore"]),

    // Stages, registry, configuration, runner.
    .target(name: "FilonPipeline", dependencies: ["FilonCore", "FilonIO"]),

    // The standard stages and the YAML reader.
    .target(
      name: "Filon",
      dependencies: [
        "FilonCore", "FilonPipeline", "FilonIO", "FilonHTML", "FilonLanguage", "FilonTerms",
        "FilonEntities", "FilonClaims", "FilonDedup", "Yams",
      ]),

    // The commands.
    .target(
      name: "FilonCommand",
      dependencies: [
        "Filon", "FilonCore", "FilonPipeline", "FilonIO", "FilonTerms", "FilonDedup",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "filon", dependencies: ["FilonCommand"]),

    // The test kit for third-party stages.
    .target(name: "FilonTesting", dependencies: ["FilonCore", "FilonPipeline"]),

    .testTarget(name: "FilonCoreTests", dependencies: ["FilonCore"]),
    .testTarget(name: "FilonIOTests", dependencies: ["FilonIO", "FilonCore"]),
    .testTarget(name: "FilonHTMLTests", dependencies: ["FilonHTML", "FilonCore"]),
    .testTarget(name: "FilonLanguageTests", dependencies: ["FilonLanguage", "FilonCore"]),
    .testTarget(name: "FilonTermsTests", dependencies: ["FilonTerms", "FilonCore"]),
    .testTarget(
      name: "FilonEntitiesTests", dependencies: ["FilonEntities", "FilonTerms", "FilonCore"]),
    .testTarget(
      name: "FilonClaimsTests",
      dependencies: ["FilonClaims", "FilonEntities", "FilonTerms", "FilonCore"]),
    .testTarget(name: "FilonDedupTests", dependencies: ["FilonDedup", "FilonCore"]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(
      name: "FilonPipelineTests",
      dependencies: ["FilonPipeline", "FilonCore", "Filon", "FilonTesting", "TestSupport"]),
    .testTarget(
      name: "CommandTests", dependencies: ["filon", "TestSupport"], exclude: ["Cases"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu17
)

/// Targets that touch C pointers: every unsafe call must be marked.
let strict: Set<String> = ["FilonHTML", "FilonIO"]

for target in package.targets where ![.system, .plugin, .binary].contains(target.type) {
  guard !target.name.hasPrefix("C") || target.name == "CommandTests" else { continue }
  var settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
  if strict.contains(target.name) { settings.append(.strictMemorySafety()) }
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
