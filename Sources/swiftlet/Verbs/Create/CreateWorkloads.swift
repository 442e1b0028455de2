import APIMachinery
import ArgumentParser

struct CreateDeployment: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deployment", abstract: "Create a deployment.",
    discussion: "Example: `create deployment web --image=nginx --replicas=3 -- sleep 60`.",
    aliases: ["deploy"])
  @OptionGroup var options: CreationOptions
  @Argument var name: String
  @Option(name: .long, help: "The image of the container; several make several containers.") var image:
    [String]
  @Option(name: [.customShort("r"), .long], help: "How many pods.") var replicas = 1
  @Option(name: .long, help: "The port that the container listens on.") var port: Int?
  @Argument(parsing: .postTerminator, help: "The command of the container.") var command: [String] = []

  func run() async throws {
    guard image.count == 1 || command.isEmpty else {
      throw CommandError("cannot specify multiple --image options and command")
    }
    let images = image.flatMap { $0.split(separator: ",").map(String.init) }
    let containers = images.map { image in
      var container: JSONObject = [
        "image": .string(image), "name": .string(Self.containerName(image)), "resources": [:],
      ]
      if !command.isEmpty { container["command"] = .array(command.map { .string($0) }) }
      if let port { container["ports"] = [["containerPort": .int(Int64(port))]] }
      return JSON.object(container)
    }
    let labels: JSON = ["app": .string(name)]
    try await options.create([
      "apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": .string(name), "labels": labels],
      "spec": [
        "replicas": .int(Int64(replicas)), "selector": ["matchLabels": labels], "strategy": [:],
        "template": ["metadata": ["labels": labels], "spec": ["containers": .array(containers)]],
      ], "status": [:],
    ])
  }

  /// Kubernetes: `kubectl create deployment`: the last part of the image's name, in letters that a name may have.
  static func containerName(_ image: String) -> String {
    let base = image.split(separator: "/").last ?? ""
    let name = base.split(whereSeparator: { $0 == ":" || $0 == "@" }).first.map { $0.lowercased() } ?? ""
    return name.replacing("_", with: "-").replacing(".", with: "-")
  }
}

struct CreateQuota: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quota", abstract: "Create a resource quota.", aliases: ["resourcequota"])
  @OptionGroup var options: CreationOptions
  @Argument var name: String
  @Option(name: .long, help: "resource=quantity,resource=quantity,...") var hard: String = ""
  @Option(name: .long, help: "The pods that count: BestEffort,NotTerminating,...") var scopes: String = ""

  func run() async throws {
    let limits = try KeyValueList.parse(hard, "resource")
    var spec = JSONObject()
    if !limits.isEmpty { spec["hard"] = .object(limits) }
    let names = scopes.split(separator: ",").map { JSON.string(String($0)) }
    if !names.isEmpty { spec["scopes"] = .array(names) }
    try await options.create([
      "apiVersion": "v1", "kind": "ResourceQuota", "metadata": ["name": .string(name)],
      "spec": .object(spec), "status": [:],
    ])
  }
}

struct CreatePodDisruptionBudget: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "poddisruptionbudget", abstract: "Create a pod disruption budget.", aliases: ["pdb"])
  @OptionGroup var options: CreationOptions
  @Argument var name: String
  @Option(name: .long, help: "The labels of its pods.") var selector: String
  @Option(name: .long, help: "How many must stay: a number or a percentage.") var minAvailable: String?
  @Option(name: .long, help: "How many may be away: a number or a percentage.") var maxUnavailable: String?

  func run() async throws {
    guard (minAvailable == nil) != (maxUnavailable == nil) else {
      throw CommandError(
        minAvailable == nil
          ? "one of min-available or max-unavailable must be specified"
          : "min-available and max-unavailable cannot be both specified")
    }
    var spec: JSONObject = ["selector": ["matchLabels": .object(try KeyValueList.parse(selector, "label"))]]
    for (field, text) in [("minAvailable", minAvailable), ("maxUnavailable", maxUnavailable)] {
      if let text { spec[field] = Int64(text).map { .int($0) } ?? .string(text) }
    }
    try await options.create([
      "apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": ["name": .string(name)],
      "spec": .object(spec),
      "status": [
        "currentHealthy": 0, "desiredHealthy": 0, "disruptionsAllowed": 0, "expectedPods": 0,
      ],
    ])
  }
}

struct CreatePriorityClass: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "priorityclass", abstract: "Create a priority class.", aliases: ["pc"])
  @OptionGroup var options: CreationOptions
  @Argument var name: String
  @Option(name: .long, parsing: .unconditional, help: "The priority of the pods.") var value = 0
  @Flag(name: .long, help: "Whether pods without a class have this one.") var globalDefault = false
  @Option(name: .long, help: "What it is for.") var description: String?
  @Option(name: .long, help: "PreemptLowerPriority or Never.") var preemptionPolicy = "PreemptLowerPriority"

  func run() async throws {
    var fields: JSONObject = [
      "apiVersion": "scheduling.k8s.io/v1", "kind": "PriorityClass", "metadata": ["name": .string(name)],
      "value": .int(Int64(value)), "preemptionPolicy": .string(preemptionPolicy),
    ]
    if globalDefault { fields["globalDefault"] = true }
    if let description { fields["description"] = .string(description) }
    try await options.create(fields)
  }
}
