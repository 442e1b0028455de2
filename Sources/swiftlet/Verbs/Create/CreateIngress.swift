import APIMachinery
import ArgumentParser

/// `swiftlet create ingress`.
///
/// Kubernetes: `kubectl/pkg/cmd/create/create_ingress.go`.
struct CreateIngress: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingress", abstract: "Create an ingress.",
    discussion: "Example: `create ingress web --rule='shop.example.com/*=web:80,tls=certificate'`.",
    aliases: ["ing"])
  @OptionGroup var options: CreationOptions
  @Option(name: .customLong("class"), help: "The class of the ingress.") var className: String?
  @Option(
    name: .customLong("rule"),
    help: "HOST/PATH=SERVICE:PORT[,tls[=SECRET]]; a path that ends in * is a prefix. May be repeated.")
  var ruleTexts: [String] = []
  @Option(name: .customLong("annotation"), help: "KEY=VALUE; may be repeated.") var annotations: [String] = []
  @Option(name: .long, help: "SERVICE:PORT for all that no rule is about.") var defaultBackend: String?
  @Argument var name: String

  func run() async throws {
    guard defaultBackend != nil || !ruleTexts.isEmpty else {
      throw CommandError(
        "not enough information provided: every ingress has to either specify a default-backend (which catches all"
          + " traffic) or a list of rules (which catch specific paths)")
    }
    let rules = try ruleTexts.map { try IngressRuleText($0) }
    var metadata: JSONObject = ["name": .string(name)]
    let notes = try annotationFields()
    if !notes.isEmpty { metadata["annotations"] = .object(notes) }
    var spec = JSONObject()
    if let backend = try backend() { spec["defaultBackend"] = backend }
    if let className, !className.isEmpty { spec["ingressClassName"] = .string(className) }
    if !rules.isEmpty { spec["rules"] = .array(Self.rules(rules)) }
    let certificates = Self.certificates(rules)
    if !certificates.isEmpty { spec["tls"] = .array(certificates) }
    try await options.create([
      "apiVersion": "networking.k8s.io/v1", "kind": "Ingress", "metadata": .object(metadata),
      "spec": .object(spec), "status": ["loadBalancer": [:]],
    ])
  }

  private func annotationFields() throws -> JSONObject {
    var fields = JSONObject()
    for annotation in annotations {
      guard let equals = annotation.firstIndex(of: "=") else {
        throw CommandError("annotation \(annotation) is invalid and should be in format key=[value]")
      }
      fields[String(annotation[..<equals])] = .string(String(annotation[annotation.index(after: equals)...]))
    }
    return fields
  }

  private func backend() throws -> JSON? {
    guard let text = defaultBackend, !text.isEmpty else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw CommandError("default-backend should be in format servicename:serviceport")
    }
    return IngressRuleText.backend(parts[0], parts[1])
  }

  /// One rule for each host, in the order in which they come first.
  private static func rules(_ texts: [IngressRuleText]) -> [JSON] {
    var hosts: [String] = []
    var paths: [String: [JSON]] = [:]
    for text in texts {
      if !hosts.contains(text.host) { hosts.append(text.host) }
      paths[text.host, default: []].append(text.path)
    }
    return hosts.map { host in
      var rule: JSONObject = ["http": ["paths": .array(paths[host] ?? [])]]
      if !host.isEmpty { rule["host"] = .string(host) }
      return .object(rule)
    }
  }

  /// Which hosts show which certificate: each host once, the hosts of one secret together.
  private static func certificates(_ texts: [IngressRuleText]) -> [JSON] {
    var seen: Set<String> = []
    var entries: [(secret: String, hosts: [String])] = []
    for text in texts {
      guard let secret = text.secret, seen.insert(text.host).inserted else { continue }
      if let position = entries.firstIndex(where: { $0.secret == secret }) {
        entries[position].hosts.append(text.host)
      } else if !secret.isEmpty || !text.host.isEmpty {
        entries.append((secret, text.host.isEmpty ? [] : [text.host]))
      }
    }
    return entries.map { secret, hosts in
      var entry = JSONObject()
      if !hosts.isEmpty { entry["hosts"] = .array(hosts.map { .string($0) }) }
      if !secret.isEmpty { entry["secretName"] = .string(secret) }
      return .object(entry)
    }
  }
}

/// `host/path=service:port[,tls[=secret]]`.
struct IngressRuleText {
  /// Empty for all.
  let host: String
  /// The path with its type and its backend.
  let path: JSON
  /// `nil` without TLS; empty for the certificate that the ingress has by itself.
  let secret: String?

  /// - Throws: ``CommandError`` in kubectl's words.
  init(_ text: String) throws {
    let form = /^([\w*\-.]*)(\/.*)=([\w\-]+):([\w\-]+)(,tls=?([\w\-]+)?)?/
    guard text.prefixMatch(of: form) != nil else {
      throw CommandError(
        "rule \(text) is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]")
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    secret =
      parts.count == 2
      ? parts[1].split(separator: "=", omittingEmptySubsequences: false).dropFirst().first.map(String.init)
        ?? ""
      : nil
    let place = parts[0].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    host = String(place[0])
    let target = place[1].split(separator: "=", omittingEmptySubsequences: false)
    let service = target[1].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let isPrefix = target[0].hasSuffix("*")
    path = [
      "backend": Self.backend(service[0], service.count > 1 ? service[1] : ""),
      "path": .string("/" + (isPrefix ? target[0].dropLast() : target[0])),
      "pathType": isPrefix ? "Prefix" : "Exact",
    ]
  }

  static func backend(_ service: String, _ port: String) -> JSON {
    let port: JSON = Int64(port).map { ["number": .int($0)] } ?? ["name": .string(port)]
    return ["service": ["name": .string(service), "port": port]]
  }
}
