// swift-tools-version: 6.2
import PackageDescription

/// A product of Swiftlet.
func swiftlet(_ product: String) -> Target.Dependency { .product(name: product, package: "swiftlet") }

let package = Package(
  name: "postgres-operator",
  platforms: [.macOS("26.0")],
  dependencies: [.package(name: "swiftlet", path: "../..")],
  targets: [
    // What the operator does: the kind and its reconciler.
    .target(
      name: "PostgresOperator", dependencies: [swiftlet("ControllerRuntime"), swiftlet("CustomResources")]),
    // The program that runs in a cluster.
    .executableTarget(
      name: "postgres-operator", dependencies: ["PostgresOperator", swiftlet("ControllerService")]),
    // The program that writes the definition of the kind as YAML.
    .executableTarget(
      name: "postgres-definitions", dependencies: ["PostgresOperator", swiftlet("CustomResources")]),
    .testTarget(
      name: "PostgresOperatorTests", dependencies: ["PostgresOperator", swiftlet("ControllerTesting")]),
  ]
)
