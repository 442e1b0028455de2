import APIMachinery
import KubernetesAPI
import ObjectStore

extension APIService {
  /// Gives containers the amounts that the limit ranges of their namespace have for those that say none, and refuses pods
  /// and claims beyond them.
  ///
  /// Kubernetes: plug-in `LimitRanger`.
  func admitLimits(_ object: inout JSONObject, _ served: ServedResource) throws(StatusError) {
    let namespace = object.metadataFields.string("namespace") ?? ""
    let page = try? store.list(resource: "limitranges", namespace: namespace)
    guard let ranges = page?.objects, !ranges.isEmpty else { return }
    let items = ranges.flatMap { $0.tree.object("spec")?.array("limits") ?? [] }.compactMap(\.objectValue)
    let isPod = served.storeName == "pods"
    // The class of service follows from what the containers have now.
    if isPod, LimitDefaults(items).apply(to: &object) { served.rules.prepareForCreate(&object) }
    var check = LimitCheck()
    for item in items {
      switch item.string("type") {
      case "Container" where isPod: check.containers(of: object, by: item)
      case "Pod" where isPod: check.pod(object, by: item)
      case "PersistentVolumeClaim" where !isPod: check.claim(object, by: item)
      default: break
      }
    }
    guard let first = check.problems.first else { return }
    let text = check.problems.count == 1 ? first : "[\(check.problems.joined(separator: ", "))]"
    throw .forbidden(served.groupResource, name: object.metadataFields.string("name") ?? "", text)
  }
}

/// The amounts for containers that say none.
///
/// Kubernetes: `limitranger mergePodResourceRequirements`.
private struct LimitDefaults {
  private var limits = JSONObject()
  private var requests = JSONObject()

  init(_ items: [JSONObject]) {
    for item in items where item.string("type") == "Container" {
      for (name, amount) in item.object("default") ?? JSONObject() { limits[name] = amount }
      for (name, amount) in item.object("defaultRequest") ?? JSONObject() { requests[name] = amount }
    }
  }

  /// - Returns: Whether something was set.
  func apply(to pod: inout JSONObject) -> Bool {
    var notes: [String] = []
    pod.withObject("spec") { spec in
      for (list, title) in [("containers", "container"), ("initContainers", "init container")] {
        guard !spec.array(list).isEmpty else { continue }
        spec[list] = .array(
          spec.array(list).map { element in
            guard case .object(var container) = element else { return element }
            notes += fill(&container, title)
            return .object(container)
          })
      }
    }
    guard !notes.isEmpty else { return false }
    pod.withObject("metadata") { metadata in
      metadata.withObject("annotations") {
        $0["kubernetes.io/limit-ranger"] = .string("LimitRanger plugin set: \(notes.joined(separator: "; "))")
      }
    }
    return true
  }

  /// - Returns: What was set, in the plug-in's words.
  private func fill(_ container: inout JSONObject, _ title: String) -> [String] {
    let name = container.string("name") ?? ""
    var notes: [String] = []
    container.withObject("resources") { resources in
      for (field, defaults, word) in [("requests", requests, "request"), ("limits", limits, "limit")] {
        let given = resources.object(field) ?? JSONObject()
        let missing = defaults.sortedByKey().filter { !given.contains($0.key) }
        guard !missing.isEmpty else { continue }
        resources.withObject(field) { amounts in for (key, amount) in missing { amounts[key] = amount } }
        notes.append("\(missing.map(\.key).joined(separator: ", ")) \(word) for \(title) \(name)")
      }
    }
    return notes
  }
}

/// Compares amounts with the limits of a range.
///
/// Kubernetes: `limitranger PodValidateLimitFunc`, `minConstraint`, `maxConstraint`, `limitRequestRatioConstraint`.
private struct LimitCheck {
  private(set) var problems: [String] = []

  mutating func containers(of pod: JSONObject, by item: JSONObject) {
    for list in ["containers", "initContainers"] {
      for container in pod.object("spec")?.array(list) ?? [] {
        let resources = container["resources"]?.objectValue ?? JSONObject()
        check(resources.object("requests"), resources.object("limits"), item, "Container")
      }
    }
  }

  mutating func pod(_ pod: JSONObject, by item: JSONObject) {
    let spec = Pod(fields: pod).spec
    func sum(_ field: KeyPath<ResourceRequirements, ResourceList>) -> JSONObject {
      JSONObject(
        uniqueKeysWithValues: ResourceUsage.containers(of: spec, field).sorted { $0.key < $1.key }
          .map { ($0.key, $0.value.json) })
    }
    check(sum(\.requests), sum(\.limits), item, "Pod")
  }

  mutating func claim(_ claim: JSONObject, by item: JSONObject) {
    let requests = claim.object("spec")?.object("resources")?.object("requests") ?? JSONObject()
    for (name, least) in amounts(item, "min") {
      minimum(name, least, requests[name], nil, "PersistentVolumeClaim")
    }
    for (name, most) in amounts(item, "max") {
      guard let request = Self.amount(requests[name]) else {
        problems.append(
          "maximum \(name) usage per PersistentVolumeClaim is \(most).  No request is specified")
        continue
      }
      if request > most {
        problems.append(
          "maximum \(name) usage per PersistentVolumeClaim is \(most), but request is \(request)")
      }
    }
  }

  private mutating func check(
    _ requests: JSONObject?, _ limits: JSONObject?, _ item: JSONObject, _ type: String
  ) {
    for (name, least) in amounts(item, "min") { minimum(name, least, requests?[name], limits?[name], type) }
    for (name, most) in amounts(item, "max") { maximum(name, most, requests?[name], limits?[name], type) }
    for (name, ratio) in amounts(item, "maxLimitRequestRatio") {
      self.ratio(name, ratio, requests?[name], limits?[name], type)
    }
  }

  private func amounts(_ item: JSONObject, _ field: String) -> [(String, Quantity)] {
    (item.object(field) ?? JSONObject()).sortedByKey().compactMap { member in
      Self.amount(member.value).map { (member.key, $0) }
    }
  }

  private static func amount(_ value: JSON?) -> Quantity? { value.flatMap { Quantity(json: $0) } }

  private mutating func minimum(
    _ name: String, _ least: Quantity, _ request: JSON?, _ limit: JSON?, _ type: String
  ) {
    let prefix = "minimum \(name) usage per \(type) is \(least)"
    guard let request = Self.amount(request) else {
      return problems.append("\(prefix).  No request is specified")
    }
    if let limit = Self.amount(limit), limit < least { problems.append("\(prefix), but limit is \(limit)") }
    if request < least { problems.append("\(prefix), but request is \(request)") }
  }

  private mutating func maximum(
    _ name: String, _ most: Quantity, _ request: JSON?, _ limit: JSON?, _ type: String
  ) {
    let prefix = "maximum \(name) usage per \(type) is \(most)"
    guard let limit = Self.amount(limit) else { return problems.append("\(prefix).  No limit is specified") }
    if limit > most { problems.append("\(prefix), but limit is \(limit)") }
    if let request = Self.amount(request), request > most {
      problems.append("\(prefix), but request is \(request)")
    }
  }

  private mutating func ratio(
    _ name: String, _ most: Quantity, _ request: JSON?, _ limit: JSON?, _ type: String
  ) {
    let prefix = "\(name) max limit to request ratio per \(type) is \(most)"
    guard let request = Self.amount(request), !request.isZero else {
      return problems.append("\(prefix), but no request is specified or request is 0")
    }
    guard let limit = Self.amount(limit), !limit.isZero else {
      return problems.append("\(prefix), but no limit is specified or limit is 0")
    }
    let ratio = limit.doubleValue / request.doubleValue
    if ratio > most.doubleValue {
      problems.append("\(prefix), but provided ratio is \(Self.sixDigits(ratio))")
    }
  }

  /// `%f`
  private static func sixDigits(_ value: Double) -> String {
    let scaled = Int64((value * 1_000_000).rounded())
    let fraction = String(scaled % 1_000_000)
    return "\(scaled / 1_000_000).\(String(repeating: "0", count: 6 - fraction.count))\(fraction)"
  }
}
