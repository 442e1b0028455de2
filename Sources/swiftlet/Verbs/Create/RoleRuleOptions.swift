import APIMachinery
import ArgumentParser

/// The flags that make the rules of a role.
///
/// Kubernetes: `kubectl/pkg/cmd/create/create_role.go`.
struct RoleRuleOptions: ParsableArguments {
  @Option(name: .customLong("verb"), help: "get, list, ...; several with commas, or repeated.")
  var verbTexts: [String] = []
  @Option(
    name: .customLong("resource"), help: "pods, rs.apps, pods/log; several with commas, or repeated.")
  var resourceTexts: [String] = []
  @Option(name: .customLong("resource-name"), help: "The only objects that it is about; may be repeated.")
  var names: [String] = []

  /// True when none of the flags is given.
  var isEmpty: Bool { verbTexts.isEmpty && resourceTexts.isEmpty && names.isEmpty }

  /// Each once; all of them when `*` is among them.
  var verbs: [String] {
    let verbs = Self.unique(verbTexts.flatMap { $0.split(separator: ",").map(String.init) })
    return verbs.contains("*") ? ["*"] : verbs
  }

  /// Each once; all of them when `*` stands alone.
  var resources: [ResourceText] {
    let resources = Self.unique(resourceTexts.flatMap { $0.split(separator: ",").map(String.init) })
    return resources.contains("*") ? [ResourceText("*")] : resources.map(ResourceText.init)
  }

  private static func unique(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // MARK: Checks

  private static let resourceVerbs: Set = [
    "*", "get", "delete", "list", "create", "update", "patch", "watch", "proxy", "deletecollection", "use",
    "bind", "escalate", "impersonate",
  ]
  private static let pathVerbs: Set = ["*", "get", "post", "put", "delete", "patch", "head", "options"]

  /// Verbs that mean something for some resources alone.
  private static let specialVerbs: [String: [String: Set<String>]] = [
    "use": ["policy": ["podsecuritypolicies"], "extensions": ["podsecuritypolicies"]],
    "bind": ["rbac.authorization.k8s.io": ["roles", "clusterroles"]],
    "escalate": ["rbac.authorization.k8s.io": ["roles", "clusterroles"]],
    "impersonate": ["": ["users", "serviceaccounts", "groups"], "authentication.k8s.io": ["userextras"]],
  ]

  func warnOfUnknownVerbs() {
    for verb in verbs where !Self.resourceVerbs.contains(verb) {
      Terminal.writeError("Warning: '\(verb)' is not a standard resource verb")
    }
  }

  func check(paths: [String]) throws {
    for verb in verbs where !Self.pathVerbs.contains(verb) {
      throw CommandError("invalid verb: '\(verb)' for nonResourceURL")
    }
    for path in paths where path != "*" {
      guard path.hasPrefix("/") else { throw CommandError("nonResourceURL should start with /") }
      guard !path.dropLast().contains("*") else {
        throw CommandError("nonResourceURL only supports wildcard matches when '*' is at the end")
      }
    }
  }

  // MARK: Rules

  /// One rule for each group, in the order of their names.
  func rules(_ mapper: ResourceMapper) throws -> [JSON] {
    var resourcesOfGroups: [String: [String]] = [:]
    var isAnything = false
    for text in resources {
      guard !text.resource.isEmpty else {
        throw CommandError("resource must be specified if apiGroup/subresource specified")
      }
      isAnything = isAnything || text.resource == "*"
      let (group, name) = try isAnything ? text.asWritten(mapper) : resolve(text, mapper)
      let full = text.subresource.map { "\(name)/\($0)" } ?? name
      if !resourcesOfGroups[group, default: []].contains(full) {
        resourcesOfGroups[group, default: []].append(full)
      }
    }
    return resourcesOfGroups.sorted { $0.key < $1.key }.map { group, resources in
      var rule: JSONObject = ["apiGroups": [.string(group)], "resources": Self.texts(resources)]
      if !names.isEmpty { rule["resourceNames"] = Self.texts(Self.unique(names)) }
      rule["verbs"] = Self.texts(verbs)
      return .object(rule)
    }
  }

  private static func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

  /// The resource that a text means, which may be one that is there for its verbs alone: `users`.
  private func resolve(_ text: ResourceText, _ mapper: ResourceMapper) throws -> (String, String) {
    let (group, name) = text.asWritten(mapper)
    var isSpecial = false
    for verb in verbs {
      guard let resources = Self.specialVerbs[verb] else { continue }
      guard resources[group]?.contains(name) == true else {
        throw CommandError("can not perform '\(verb)' on '\(name)' in group '\(group)'")
      }
      isSpecial = true
    }
    if !isSpecial, (try? mapper.resource(named: text.name)) == nil {
      let place = text.group.isEmpty ? "" : " in group \"\(text.group)\""
      throw CommandError(
        "the server doesn't have a resource type \"\(text.resource)\"\(place)", isPlain: true)
    }
    return (group, name)
  }

  /// `resource.group/subresource`.
  struct ResourceText {
    let resource: String
    let group: String
    let subresource: String?

    init(_ text: String) {
      let sections = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      let parts = sections[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      resource = parts.first.map(String.init) ?? ""
      group = parts.count > 1 ? String(parts[1]) : ""
      subresource = sections.count > 1 ? String(sections[1]) : nil
    }

    var name: String { group.isEmpty ? resource : "\(resource).\(group)" }

    /// What is served under the name, else the words of the text.
    func asWritten(_ mapper: ResourceMapper) -> (group: String, name: String) {
      guard resource != "*", let served = try? mapper.resource(named: name) else { return (group, resource) }
      return (served.group, served.plural)
    }
  }
}
