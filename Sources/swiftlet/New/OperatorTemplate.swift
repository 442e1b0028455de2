/// The files of a new operator.
struct OperatorTemplate {
  struct File {
    let path: String
    let text: String
  }

  private let name: String
  private let group: String
  /// How the manifest says where Swiftlet is.
  private let dependency: String
  /// The kind: `MessageQueue` of `message-queue`.
  private let kind: String

  /// - Parameter package: How the manifest says where Swiftlet is: `.package(…)`.
  /// - Throws: ``CommandError`` when a kind cannot have the name, or a definition the group.
  init(name: String, group: String, package dependency: String) throws {
    let words = name.split(separator: "-", omittingEmptySubsequences: false)
    let isName = words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
    }
    guard isName, name.first?.isLetter == true else {
      throw CommandError(
        "\"\(name)\" is no name for a kind: use lower case letters and digits, divided by hyphens")
    }
    guard group.contains("."),
      group.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || ".-".contains($0)) })
    else {
      throw CommandError("\"\(group)\" is no group of a kind: use a domain, such as example.com")
    }
    self.name = name
    self.group = group
    self.dependency = dependency
    kind = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  var files: [File] {
    [
      File(path: "Package.swift", text: manifest),
      File(path: ".gitignore", text: ".build/\nPackage.resolved\n"),
      File(path: "README.md", text: readme),
      File(path: "Sources/\(kind)Operator/\(kind).swift", text: declaration),
      File(path: "Sources/\(kind)Operator/\(kind)Reconciler.swift", text: reconciler),
      File(path: "Sources/\(name)-operator/\(kind)OperatorProgram.swift", text: program),
      File(path: "Sources/\(name)-definitions/Definitions.swift", text: definitions),
      File(path: "Tests/\(kind)OperatorTests/\(kind)OperatorTests.swift", text: tests),
    ]
  }

  private var manifest: String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    /// A product of Swiftlet.
    func swiftlet(_ product: String) -> Target.Dependency { .product(name: product, package: "swiftlet") }

    let package = Package(
      name: "\(name)-operator",
      platforms: [.macOS("26.0")],
      dependencies: [\(dependency)],
      targets: [
        // What the operator does: the kind and its reconciler.
        .target(
          name: "\(kind)Operator", dependencies: [swiftlet("ControllerRuntime"), swiftlet("CustomResources")]),
        // The program that runs in a cluster.
        .executableTarget(
          name: "\(name)-operator", dependencies: ["\(kind)Operator", swiftlet("ControllerService")]),
        // The program that writes the definition of the kind as YAML.
        .executableTarget(
          name: "\(name)-definitions", dependencies: ["\(kind)Operator", swiftlet("CustomResources")]),
        .testTarget(
          name: "\(kind)OperatorTests", dependencies: ["\(kind)Operator", swiftlet("ControllerTesting")]),
      ]
    )

    """
  }

  private var readme: String {
    """
    # \(kind) operator

    Keeps a Deployment for every `\(kind)` of `\(group)/v1`.

        swift test                                              # in a simulated cluster, in virtual time
        swift run \(name)-definitions | kubectl apply -f -      # makes the kind known to a cluster
        swift run \(name)-operator                              # runs against the cluster of your kubeconfig

    `Sources/\(kind)Operator/\(kind).swift` says what the kind is, `\(kind)Reconciler.swift` what is done about it.

    """
  }

  private var declaration: String {
    """
    public import CustomResources

    /// Copies of a program.
    @CustomResource(
      group: "\(group)", version: "v1",
      columns: [
        .column("Copies", .integer, ".spec.copies"), .column("Ready", .integer, ".status.readyCopies"), .age,
      ])
    public struct \(kind) {
      /// What is wanted.
      public var spec: \(kind)Spec
      /// What there is.
      public var status: \(kind)Status
    }

    /// What is wanted.
    @Schema
    public struct \(kind)Spec {
      /// The image that the copies run.
      public var image: String
      /// How many copies there are.
      @Field(minimum: 0, maximum: 100) public var copies: Int = 1
    }

    /// What there is.
    @Schema
    public struct \(kind)Status {
      /// The generation of the object that the status is about.
      public var observedGeneration: Int?
      /// How many copies take requests.
      public var readyCopies: Int?
    }

    """
  }

  private var reconciler: String {
    """
    import APIMachinery
    public import ControllerRuntime
    import CustomResources
    import KubernetesAPI
    import KubernetesClient

    /// Keeps a Deployment for every `\(kind)`.
    public struct \(kind)Reconciler: Reconciler {
      public static var controller: Controller {
        Controller("\(name)", \(kind)Reconciler())
          .for(\(kind).self)
          .owns(Deployment.self)
      }

      public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
        guard let object = context.cache.get(\(kind).self, key), !object.metadata.isBeingDeleted else {
          return .done
        }
        if context.cache.get(Deployment.self, key) == nil {
          // The cache may be behind. What is made for an object that is gone is collected at once, and made again.
          let live = try await context.client.find(\(kind).self, key)
          guard live?.metadata.uid == object.metadata.uid else { return .awaitChange }
        }
        let deployment = try await context.apply(deployment(for: object))

        var changed = object
        changed.status.observedGeneration = object.metadata.generation
        changed.status.readyCopies = deployment.status.readyReplicas ?? 0
        if changed != object { try await context.client.updateStatus(changed) }
        return changed.status.readyCopies == object.spec.copies ? .done : .awaitChange
      }

      /// The Deployment as it should be: the fields that matter here, and no others.
      private func deployment(for object: \(kind)) throws -> Deployment {
        var deployment = Deployment {
          $0.metadata.name = object.metadata.name
          $0.metadata.namespace = object.metadata.namespace
          $0.spec.replicas = object.spec.copies
          $0.spec.selector.matchLabels = ["\(group)/\(name)": .init(object.key.name)]
          $0.spec.template.metadata.labels = ["\(group)/\(name)": .init(object.key.name)]
          $0.spec.template.spec.containers = [
            Container {
              $0.name = "main"
              $0.image = object.spec.image
            }
          ]
        }
        try deployment.setControllerReference(object)
        return deployment
      }
    }

    """
  }

  private var program: String {
    """
    import ControllerRuntime
    import ControllerService
    import \(kind)Operator

    /// Runs the operator against the cluster of the kubeconfig, or against the one it is a pod of.
    @main struct \(kind)OperatorProgram: ControllerProgram {
      static let name = "\(name)-operator"

      var controllers: [Controller] { [\(kind)Reconciler.controller] }
    }

    """
  }

  private var definitions: String {
    """
    import CRDGenerator
    import CustomResources
    import \(kind)Operator

    /// Writes the definition of the kind as YAML.
    @main struct Definitions: CRDGenerator {
      static let kinds: [any CustomResource.Type] = [\(kind).self]
    }

    """
  }

  private var tests: String {
    """
    import APIMachinery
    import ControllerTesting
    import KubernetesAPI
    import KubernetesClient
    import Testing

    @testable import \(kind)Operator

    @Suite struct \(kind)OperatorTests {
      private static let key = ObjectKey(namespace: "default", name: "one")

      private static func one(copies: Int) -> \(kind) {
        \(kind)(name: "one", namespace: "default", spec: \(kind)Spec(image: "app:1", copies: copies))
      }

      @Test func `copies are made, and made more`() throws {
        let replicas = try SimulatedCluster.run(
          definitions: [\(kind).customResourceDefinition], controllers: [\(kind)Reconciler.controller]
        ) { cluster in
          try await cluster.client.create(Self.one(copies: 2))
          try await cluster.settle()
          let first = try await cluster.count(Pod.self, namespace: "default")
          try await cluster.client.patch(\(kind).self, Self.key, .merge(["spec": ["copies": 3]]))
          try await cluster.settle()
          return [first, try await cluster.count(Pod.self, namespace: "default")]
        }
        #expect(replicas == [2, 3])
      }

      @Test func `whatever goes wrong, the copies come in the end`() async throws {
        try await explore(
          seeds: 1...100, faults: .sieve, definitions: [\(kind).customResourceDefinition],
          controllers: [\(kind)Reconciler.controller]
        ) { cluster in
          try await cluster.client.create(Self.one(copies: 2))
          try await cluster.eventually("two pods", within: .seconds(600)) {
            try await cluster.count(Pod.self, namespace: "default") == 2
          }
          try await cluster.client.delete(\(kind).self, Self.key)
          try await cluster.eventually("none", within: .seconds(600)) {
            try await cluster.count(Pod.self, namespace: "default") == 0
          }
        }
      }
    }

    """
  }
}
