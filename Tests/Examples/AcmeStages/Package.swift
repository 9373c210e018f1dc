// swift-tools-version: 6.2
import PackageDescription

// A package of a third party: a stage of its own, and a command that knows it.
let package = Package(
  name: "AcmeStages",
  dependencies: [.package(name: "filon", path: "../../..")],
  targets: [
    .target(
      name: "AcmeStages",
      dependencies: [
        .product(name: "FilonCore", package: "filon"),
        .product(name: "FilonPipeline", package: "filon"),
      ]),
    .executableTarget(
      name: "acme-filon",
      dependencies: [
        "AcmeStages", .product(name: "FilonCommand", package: "filon"),
        .product(name: "Filon", package: "filon"),
        .product(name: "FilonPipeline", package: "filon"),
      ]),
    .testTarget(
      name: "AcmeStagesTests",
      dependencies: ["AcmeStages", .product(name: "FilonTesting", package: "filon")]),
  ],
  swiftLanguageModes: [.v6]
)
