// swift-tools-version: 6.2
import PackageDescription

// Benchmarks stand apart so that nobody who uses Filon resolves or builds them.
let package = Package(
  name: "FilonBenchmarks",
  dependencies: [.package(name: "filon", path: "../..")],
  targets: [
    .systemLibrary(name: "CLibXML2Peer", pkgConfig: "libxml-2.0"),
    .executableTarget(
      name: "filon-benchmarks",
      dependencies: [
        "CLibXML2Peer",
        .product(name: "Filon", package: "filon"), .product(name: "FilonCore", package: "filon"),
        .product(name: "FilonHTML", package: "filon"), .product(name: "FilonIO", package: "filon"),
        .product(name: "FilonLanguage", package: "filon"),
        .product(name: "FilonPipeline", package: "filon"),
      ], path: "Sources/FilonBenchmarks"),
  ],
  swiftLanguageModes: [.v6]
)
