import APIMachinery
import ArgumentParser

struct CreateService: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service", abstract: "Create a service.",
    subcommands: [
      CreateClusterIP.self, CreateNodePort.self, CreateLoadBalancer.self, CreateExternalName.self,
    ], aliases: ["svc"])
}

/// What the forms of `create service` share.
struct ServiceOptions: ParsableArguments {
  @OptionGroup var options: CreationOptions
  @Option(name: .long, help: "port[:targetPort]; may be repeated.") var tcp: [String] = []
  @Argument var name: String

  func create(_ type: String, needsPorts: Bool = true, _ extra: JSONObject = [:]) async throws {
    let ports = try tcp.flatMap { $0.split(separator: ",") }.map { try Self.port(String($0)) }
    guard !ports.isEmpty || !needsPorts else {
      throw CommandError("at least one tcp port specifier must be provided")
    }
    let labels: JSON = ["app": .string(name)]
    var spec: JSONObject = ["selector": labels, "type": .string(type)]
    if !ports.isEmpty { spec["ports"] = .array(ports) }
    for (key, value) in extra { spec[key] = value }
    if let nodePort = spec.removeValue("nodePort"), case .object(var first)? = ports.first {
      first["nodePort"] = nodePort
      spec["ports"] = .array([.object(first)] + ports.dropFirst())
    }
    try await options.create([
      "apiVersion": "v1", "kind": "Service", "metadata": ["name": .string(name), "labels": labels],
      "spec": .object(spec), "status": ["loadBalancer": [:]],
    ])
  }

  /// `80`, `80:8080`, `80:http`.
  private static func port(_ text: String) throws -> JSON {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let port = Int64(parts[0]), (1...65535).contains(port) else {
      throw CommandError("invalid port specified: \(parts[0]): it must be a number between 1 and 65535")
    }
    let target = parts.count > 1 ? parts[1] : parts[0]
    return [
      "name": .string(parts.joined(separator: "-")), "port": .int(port), "protocol": "TCP",
      "targetPort": Int64(target).map { .int($0) } ?? .string(target),
    ]
  }
}

struct CreateClusterIP: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusterip", abstract: "A service inside of the cluster.")
  @OptionGroup var service: ServiceOptions
  @Option(name: .customLong("clusterip"), help: "The address, or None.") var clusterIP: String?

  func run() async throws {
    try await service.create(
      "ClusterIP", needsPorts: clusterIP != "None", clusterIP.map { ["clusterIP": .string($0)] } ?? [:])
  }
}

struct CreateNodePort: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nodeport", abstract: "A service with a port on each node.")
  @OptionGroup var service: ServiceOptions
  @Option(name: .long, help: "The port on the nodes.") var nodePort: Int?

  func run() async throws {
    try await service.create("NodePort", nodePort.map { ["nodePort": .int(Int64($0))] } ?? [:])
  }
}

struct CreateLoadBalancer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loadbalancer", abstract: "A service behind a load balancer.")
  @OptionGroup var service: ServiceOptions

  func run() async throws { try await service.create("LoadBalancer") }
}

struct CreateExternalName: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "externalname", abstract: "Another name for a host outside of the cluster.")
  @OptionGroup var service: ServiceOptions
  @Option(name: .long, help: "The host.") var externalName: String

  func run() async throws {
    try await service.create("ExternalName", needsPorts: false, ["externalName": .string(externalName)])
  }
}
