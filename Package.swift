// swift-tools-version: 6.2
import CompilerPluginSupport
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The loops that model Kubernetes' own controllers and the kubelet.
let workloadLoops = [
  "CronJob", "CustomResourceDefinition", "DaemonSet", "Deployment", "EndpointSlice", "GarbageCollector",
  "Job", "NamespaceLifecycle", "NodeLifecycle", "PersistentVolume", "PodDisruptionBudget", "PodLifecycle",
  "ReplicaSet", "ResourceQuota", "ServiceAccount", "StatefulSet",
]

/// The reconcile loops: each folder in `controllers/` is a target of its own, so the compiler proves that a
/// loop leans on the framework and the kinds alone, and never on another loop.
let loops = workloadLoops + ["Scheduler"]

/// Loops that also talk to the AWS side.
let cloudLoops: [String] = [
  "Cluster", "ClusterAutoscaler", "EBSCSI", "Fargate", "NodeGroup", "VPC", "VPCCNI",
]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/\(name)", exclude: exclude, swiftSettings: settings
  )
}

func loop(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: "\(name)Controller", dependencies: dependencies, path: "controllers/\(name)",
    exclude: ["README.md"],
    swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: exclude, swiftSettings: settings)
}

let framework: [Target.Dependency] = [
  "APIMachinery", "KubernetesAPI", "EKSAPI", "KubernetesClient", "ControllerRuntime",
]
let loopTargets: [Target.Dependency] = (loops + cloudLoops).map { .target(name: "\($0)Controller") }

let package = Package(
  name: "swiftlet",
  platforms: [.macOS("26.0")],
  products: [
    .executable(name: "swiftlet", targets: ["swiftlet"]),
    .library(name: "APIMachinery", targets: ["APIMachinery"]),
    .library(name: "KubernetesAPI", targets: ["KubernetesAPI"]),
    .library(name: "EKSAPI", targets: ["EKSAPI"]),
    .library(name: "KubernetesClient", targets: ["KubernetesClient"]),
    .library(name: "RemoteClient", targets: ["RemoteClient"]),
    .library(name: "ControllerRuntime", targets: ["ControllerRuntime"]),
    .library(name: "ControllerService", targets: ["ControllerService"]),
    .library(
      name: "ControllerTesting",
      targets: ["ControllerTesting", "ClientConformance", "ClockTesting", "ObjectStoreTesting"]),
    // Kinds as Swift structs. Whoever uses this builds swift-syntax for the macros; nothing above does.
    .library(name: "CustomResources", targets: ["CustomResources", "CRDGenerator"]),
    .library(name: "WebhookServer", targets: ["WebhookServer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
  ],
  targets: [
    // Values
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    room("RegularExpressions"),
    room("APIMachinery", ["CLibYAML", "RegularExpressions"]),
    room("VPCAddressing"),
    room("CEL", ["APIMachinery", "VPCAddressing"]),
    // Kinds
    room("KubernetesAPI", ["APIMachinery"]),
    room("EKSAPI", ["APIMachinery", "KubernetesAPI"]),
    // Kinds of users, as structs
    .macro(
      name: "CustomResourceMacros",
      dependencies: [
        "RegularExpressions",
        .product(name: "SwiftCompilerPlugin", package: "swift-syntax"),
        .product(name: "SwiftDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftSyntaxBuilder", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacros", package: "swift-syntax"),
      ],
      path: "Sources/CustomResourceMacros", swiftSettings: settings),
    room("CustomResources", ["APIMachinery", "CustomResourceMacros", "KubernetesAPI"]),
    room("CRDGenerator", ["APIMachinery", "CustomResources", "KubernetesAPI"]),
    // Services
    room("KubernetesClient", ["APIMachinery"]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    room("ObjectStore", ["CSQLite"]),
    room("ObjectStoreTesting", ["ObjectStore"]),
    .executableTarget(
      name: "store-crasher", dependencies: ["ObjectStore", "ObjectStoreTesting"],
      path: "Sources/store-crasher",
      swiftSettings: settings),
    room(
      "APICore",
      [
        "APIMachinery", "CEL", "KubernetesAPI", "EKSAPI", "KubernetesClient", "ObjectStore", "VPCAddressing",
      ]),
    room("ClockTesting", ["APIMachinery"]),
    room("ClientConformance", ["APIMachinery", "KubernetesAPI", "KubernetesClient"]),
    // Framework
    room(
      "ControllerRuntime",
      ["APIMachinery", "KubernetesAPI", "KubernetesClient", .product(name: "Logging", package: "swift-log")]),
    room("Simulation", ["APIMachinery"]),
    room("CloudModel", ["APIMachinery", "KubernetesAPI", "EKSAPI", "KubernetesClient", "VPCAddressing"]),
    // Doors
    room(
      "RemoteClient",
      [
        "APIMachinery", "KubernetesClient",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTP2", package: "swift-nio-http2"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    room(
      "ControllerService",
      [
        "APIMachinery", "ControllerRuntime", "KubernetesClient", "RemoteClient",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ]),
    room(
      "APIServer",
      [
        "APIMachinery", "APICore", "CZlib", "KubernetesAPI", "KubernetesClient", "ObjectStore",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTP2", package: "swift-nio-http2"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    room(
      "WebhookServer",
      [
        "APIMachinery",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    // Assembly
    room(
      "ControlPlane",
      framework + ["APICore", "ObjectStore", "CloudModel", "VPCAddressing"]
        + loopTargets),
    room(
      "ControllerTesting",
      framework + ["Simulation", "ControlPlane", "APICore", "ObjectStore", "CloudModel", "VPCAddressing"]),
    .executableTarget(
      name: "team-label",
      dependencies: [
        "APIMachinery", "ControllerRuntime", "ControllerService", "KubernetesAPI", "KubernetesClient",
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Examples/TeamLabel", exclude: ["README.md", "deploy.yaml"], swiftSettings: settings),
    .executableTarget(
      name: "website-operator",
      dependencies: ["APIMachinery", "ControllerRuntime", "ControllerService", "KubernetesAPI"],
      path: "Examples/Website", exclude: ["README.md", "website.yaml"], swiftSettings: settings),
    .executableTarget(
      name: "swiftlet-bench",
      dependencies: framework + [
        "APICore", "ControlPlane", "ControllerTesting", "ObjectStore", "Simulation",
      ],
      path: "Sources/swiftlet-bench", swiftSettings: settings),
    .executableTarget(
      name: "swiftlet",
      dependencies: framework + [
        "APICore", "APIServer", "ControlPlane", "ControllerService", "RemoteClient", "ObjectStore",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      path: "Sources/swiftlet", swiftSettings: settings),
  ]
    // Loops
    + loops.map { loop($0, framework) }
    + cloudLoops.map { loop($0, framework + ["CloudModel", "VPCAddressing"]) }
    // Tests
    + [
      tests("APIMachineryTests", ["APIMachinery"]),
      tests("VPCAddressingTests", ["VPCAddressing"]),
      tests("CELTests", ["APIMachinery", "CEL"]),
      tests("KubernetesAPITests", ["APIMachinery", "KubernetesAPI", "EKSAPI"]),
      tests(
        "CustomResourcesTests",
        framework + ["APICore", "CRDGenerator", "ControllerTesting", "CustomResources", "ObjectStore"],
        exclude: ["Refused.swift.txt"]),
      tests("ManifestTests", framework + ["ControlPlane", "ControllerTesting"]),
      tests(
        "ControllerTestingTests",
        framework + ["ClockTesting", "ControllerTesting", "ControlPlane", "Simulation", "VPCAddressing"]),
      tests("BugGallery", framework + ["ControllerTesting", "ControlPlane"]),
      tests("LoopExploration", framework + ["ControllerTesting", "ControlPlane"]),
      tests(
        "ControlPlaneTests",
        framework + ["APICore", "ControlPlane", "ControllerTesting", "ObjectStore", "Simulation"]),
      tests("SchedulerTests", framework + ["SchedulerController"]),
      tests(
        "ControllerRuntimeTests",
        [
          "ControllerRuntime", "KubernetesClient", "APIMachinery", "Simulation",
          .product(name: "Logging", package: "swift-log"),
        ]),
      tests(
        "RemoteClientTests",
        [
          "APIMachinery", "ControllerRuntime", "KubernetesAPI", "KubernetesClient", "RemoteClient",
          .product(name: "NIOCore", package: "swift-nio"),
          .product(name: "NIOHTTP1", package: "swift-nio"),
          .product(name: "NIOHTTP2", package: "swift-nio-http2"),
          .product(name: "NIOPosix", package: "swift-nio"),
          .product(name: "NIOSSL", package: "swift-nio-ssl"),
        ]),
      // What the pages of docs/ show, built as in a user's package.
      .testTarget(
        name: "DocumentationTests",
        dependencies: framework + [
          "CRDGenerator", "ControlPlane", "ControllerService", "ControllerTesting", "CustomResources",
          "RemoteClient", "WebhookServer",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
          .product(name: "Logging", package: "swift-log"),
          .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ], path: "Tests/DocumentationTests"),
      tests("ExampleTests", framework + ["ControllerTesting", "team-label", "website-operator"]),
      tests(
        "ControllerServiceTests",
        [
          "APIMachinery", "ControllerRuntime", "ControllerService", "KubernetesClient", "RemoteClient",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
          .product(name: "Logging", package: "swift-log"),
          .product(name: "NIOCore", package: "swift-nio"),
          .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ]),
      tests(
        "APIServerTests",
        [
          "APICore", "APIMachinery", "APIServer", "ClientConformance", "ControllerRuntime", "KubernetesAPI",
          "KubernetesClient", "ObjectStore", "RemoteClient", "WebhookServer",
          .product(name: "AsyncHTTPClient", package: "async-http-client"),
          .product(name: "Crypto", package: "swift-crypto"),
          .product(name: "Logging", package: "swift-log"),
          .product(name: "NIOCore", package: "swift-nio"),
          .product(name: "NIOHTTP1", package: "swift-nio"),
          .product(name: "NIOSSL", package: "swift-nio-ssl"),
          .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        ]),
      tests("ObjectStoreTests", ["ObjectStore", "ObjectStoreTesting", "store-crasher"]),
      tests("APICoreTests", framework + ["APICore", "ObjectStore", "ObjectStoreTesting"]),
      tests(
        "WorkloadLoopTests",
        framework + ["APICore", "ObjectStore", "Simulation", "EBSCSIController"]
          + workloadLoops.map { .target(name: "\($0)Controller") }),
      tests(
        "CloudLoopTests",
        framework + loopTargets + ["APICore", "CloudModel", "ObjectStore", "Simulation", "VPCAddressing"]),
      tests(
        "SwiftletTests",
        [
          "swiftlet", "APIMachinery", "APIServer", "EKSAPI", "KubernetesAPI", "KubernetesClient",
          "RemoteClient",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ], exclude: ["Clients", "Snapshots", "Kustomizations"]),
      tests(
        "CloudModelTests", ["APIMachinery", "CloudModel", "EKSAPI", "KubernetesClient", "VPCAddressing"]),
    ],
  swiftLanguageModes: [.v6]
)

// `SWIFTLET_ONLY=ObjectStoreTests,APIMachineryTests swift test` builds those targets and what they lean on, and
// nothing else: a room low in the house is tested in seconds, without building the HTTP server's dependencies.
if let only = Context.environment["SWIFTLET_ONLY"], !only.isEmpty {
  var wanted = Set(only.split(separator: ",").map(String.init))
  var packages: Set<String> = []
  var open = wanted
  while let name = open.popFirst() {
    guard let target = package.targets.first(where: { $0.name == name }) else {
      fatalError("SWIFTLET_ONLY names \(name), which is no target of this package")
    }
    for dependency in target.dependencies {
      switch dependency {
      case .byNameItem(let name, _), .targetItem(let name, _):
        if wanted.insert(name).inserted { open.insert(name) }
      case .productItem(_, let package, _, _):
        if let package { packages.insert(package) }
      @unknown default: break
      }
    }
  }
  package.targets.removeAll { !wanted.contains($0.name) }
  package.products.removeAll { _ in true }
  package.dependencies.removeAll { dependency in
    guard case .sourceControl(_, let location, _) = dependency.kind else { return false }
    return !packages.contains { location.hasSuffix("/\($0)") }
  }
}
