import APIMachinery
import ArgumentParser

/// `swiftlet run`: starts one pod.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start one pod of an image.",
    discussion: "Example: `run web --image=nginx --port=80 --env=A=1 -- arguments`.")

  @OptionGroup var options: CreationOptions
  @Argument(help: "The name of the pod.") var name: String
  @Option(name: .long, help: "The image of the container.") var image: String
  @Option(name: .long, help: "NAME=VALUE; may be repeated.") var env: [String] = []
  @Option(name: .long, help: "The port that the container listens on.") var port: Int?
  @Option(name: [.customShort("l"), .long], help: "key=value,... instead of run=NAME.") var labels: String?
  @Option(name: .long, help: "key=value; may be repeated.") var annotations: [String] = []
  @Option(name: .long, help: "Always, OnFailure or Never.") var restart = "Always"
  @Option(name: .long, help: "Always, IfNotPresent or Never.") var imagePullPolicy: String?
  @Option(name: .long, help: "JSON that is merged into the pod.") var overrides: String?
  @Flag(name: .long, help: "What comes after -- is the command, not its arguments.") var command = false
  @Flag(name: .long, help: "Make a service for the port too.") var expose = false
  @Argument(parsing: .postTerminator, help: "The arguments of the container.") var arguments: [String] = []

  func run() async throws {
    guard ["Always", "OnFailure", "Never"].contains(restart) else {
      throw CommandError("invalid restart policy: \(restart)")
    }
    guard !expose || port != nil else { throw CommandError("--port must be set when exposing a service") }
    let labels = try self.labels.map { try KeyValueList.parse($0, "label") } ?? ["run": .string(name)]
    try await options.create(try pod(labels))
    if expose { try await options.create(service(labels)) }
  }

  private func pod(_ labels: JSONObject) throws -> JSONObject {
    var metadata: JSONObject = ["name": .string(name), "labels": .object(labels)]
    let notes = try KeyValueList.parse(annotations.joined(separator: ","), "annotation")
    if !notes.isEmpty { metadata["annotations"] = .object(notes) }
    let pod: JSON = [
      "apiVersion": "v1", "kind": "Pod", "metadata": .object(metadata),
      "spec": [
        "containers": [.object(try container())], "dnsPolicy": "ClusterFirst",
        "restartPolicy": .string(restart),
      ], "status": [:],
    ]
    guard let overrides else { return pod.objectValue ?? [:] }
    guard let change = try? JSON.parse(overrides) else {
      throw CommandError("invalid --overrides: it is not JSON")
    }
    return JSONMergePatch.apply(change, to: pod).objectValue ?? [:]
  }

  private func container() throws -> JSONObject {
    var container: JSONObject = ["image": .string(image), "name": .string(name), "resources": [:]]
    if !arguments.isEmpty {
      container[command ? "command" : "args"] = .array(arguments.map { .string($0) })
    }
    if let imagePullPolicy { container["imagePullPolicy"] = .string(imagePullPolicy) }
    if let port { container["ports"] = [["containerPort": .int(Int64(port))]] }
    let variables = try env.map { text in
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw CommandError("invalid env: \(text)")
      }
      return JSON.object([
        "name": .string(String(text[..<equals])),
        "value": .string(String(text[text.index(after: equals)...])),
      ])
    }
    if !variables.isEmpty { container["env"] = .array(variables) }
    return container
  }

  private func service(_ labels: JSONObject) -> JSONObject {
    let port = JSON.int(Int64(self.port ?? 0))
    return [
      "apiVersion": "v1", "kind": "Service", "metadata": ["name": .string(name)],
      "spec": [
        "ports": [["port": port, "protocol": "TCP", "targetPort": port]], "selector": .object(labels),
      ],
      "status": ["loadBalancer": [:]],
    ]
  }
}
