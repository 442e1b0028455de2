import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// `swiftlet expose`: makes a service for the pods of an object.
struct Expose: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a service for the pods of a deployment, a service or a pod.",
    discussion: "Example: `expose deployment web --port=80 --target-port=8080 --type=NodePort`.")

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var manifests: ManifestOptions
  @Argument(help: "TYPE NAME or TYPE/NAME") var arguments: [String] = []
  @Option(name: .long, help: "The labels of the pods, if they are others than those of the object.")
  var selector: String?
  @Option(name: .long, help: "The port of the service.") var port: String?
  @Option(name: .long, help: "The port of the container, by number or name.") var targetPort: String?
  @Option(name: .customLong("protocol"), help: "TCP, UDP or SCTP.") var transport: String?
  @Option(name: .long, help: "The name of the service; that of the object if not said.") var name: String?
  @Option(name: .long, help: "ClusterIP, NodePort, LoadBalancer or ExternalName.") var type: String?
  @Option(name: .long, help: "The address, or None.") var clusterIP: String?
  @Option(name: .long, help: "None or ClientIP.") var sessionAffinity: String?
  @Option(name: [.customShort("l"), .long], help: "Labels of the service.") var labels: String?
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @OptionGroup var print: PrintOptions

  func run() async throws {
    let chosen = try selector.map { try KeyValueList.parse($0, "label") }
    try await connection.withSession { session in
      let mapper = try await session.mapper()
      let named =
        manifests.areGiven
        ? try ResourceArguments(items: try await manifests.items(), mapper)
        : try ResourceArguments(arguments, mapper)
      guard named.hasNames else {
        throw CommandError("resource(s) were provided, but no name was specified")
      }
      for target in named.targets {
        for object in try await session.objects(target) { try await expose(object, chosen, session) }
      }
    }
  }

  private func expose(_ object: DynamicObject, _ selector: JSONObject?, _ session: Session) async throws {
    let service = try service(for: object, selector: selector)
    var created = service
    if dryRun != .client {
      let services = try await session.mapper().resource(named: "services")
      created = try await session.client.create(
        services.groupVersionResource, ObjectKey(namespace: object.key.namespace, name: service.key.name),
        subresource: nil, object: service,
        options: WriteOptions(fieldManager: "kubectl-expose", isDryRun: dryRun == .server))
    }
    try print.say(created, "exposed\(dryRun.suffix)")
  }

  private func service(for object: DynamicObject, selector: JSONObject?) throws -> DynamicObject {
    var spec: JSONObject = ["selector": .object(try selector ?? Self.selector(of: object))]
    spec["ports"] = .array(try ports(of: object))
    if let type { spec["type"] = .string(type) }
    if let clusterIP { spec["clusterIP"] = .string(clusterIP) }
    if let sessionAffinity { spec["sessionAffinity"] = .string(sessionAffinity) }
    var metadata: JSONObject = ["name": .string(name ?? object.key.name)]
    let labels = try self.labels.map { try KeyValueList.parse($0, "label") } ?? object.metadata.labels.fields
    if !labels.isEmpty { metadata["labels"] = .object(labels) }
    return DynamicObject(fields: [
      "apiVersion": "v1", "kind": "Service", "metadata": .object(metadata), "spec": .object(spec),
      "status": ["loadBalancer": [:]],
    ])
  }

  /// Kubernetes: `kubectl/pkg/polymorphichelpers MapBasedSelectorForObject`.
  private static func selector(of object: DynamicObject) throws -> JSONObject {
    let spec = object.fields["spec"]
    switch object.kind {
    case "Pod":
      guard !object.metadata.labels.isEmpty else {
        throw CommandError("the pod has no labels and cannot be exposed")
      }
      return object.metadata.labels.fields
    case "Service", "ReplicationController":
      guard let selector = spec?["selector"]?.objectValue, !selector.isEmpty else {
        throw CommandError("the service has no pod selector set")
      }
      return selector
    case "Deployment", "ReplicaSet":
      guard spec?["selector"]?["matchExpressions"]?.arrayValue?.isEmpty ?? true else {
        throw CommandError("couldn't convert expressions to map-based selector format")
      }
      return spec?["selector"]?["matchLabels"]?.objectValue ?? [:]
    default:
      let group = GroupVersion(apiVersion: object.apiVersion)?.group ?? ""
      let name = object.kind + (group.isEmpty ? "" : ".\(group)")
      throw CommandError("cannot expose a \(name)")
    }
  }

  private func ports(of object: DynamicObject) throws -> [JSON] {
    let known = Self.knownPorts(object)
    let wanted = port.map { $0.split(separator: ",").compactMap { Int64($0) } } ?? known.map(\.port)
    guard !wanted.isEmpty else { throw CommandError("couldn't find port via --port flag or introspection") }
    return wanted.enumerated().map { position, port in
      let named = targetPort.map { Int64($0).map { .int($0) } ?? .string($0) } ?? JSON.int(port)
      let transport = transport ?? known.first { $0.port == port }?.transport ?? "TCP"
      var entry: JSONObject = [
        "port": .int(port), "protocol": .string(transport), "targetPort": named,
      ]
      if wanted.count > 1 { entry["name"] = .string("port-\(position + 1)") }
      return .object(entry)
    }
  }

  private static func knownPorts(_ object: DynamicObject) -> [(port: Int64, transport: String)] {
    let spec = object.fields["spec"]
    if object.kind == "Service" {
      return (spec?["ports"]?.arrayValue ?? []).compactMap { entry in
        entry["port"]?.intValue.map { ($0, entry["protocol"]?.stringValue ?? "TCP") }
      }
    }
    let pod = object.kind == "Pod" ? spec : spec?["template"]?["spec"]
    return (pod?["containers"]?.arrayValue ?? []).flatMap { $0["ports"]?.arrayValue ?? [] }.compactMap {
      entry in
      entry["containerPort"]?.intValue.map { ($0, entry["protocol"]?.stringValue ?? "TCP") }
    }
  }
}
