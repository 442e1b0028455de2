import APIMachinery

/// One reconcile, as `/debug/trace` tells it.
struct TracedReconcile: Sendable {
  let json: JSON

  var sequence: Int64 { json["sequence"]?.intValue ?? 0 }
  var controller: String { text("controller") }
  var key: ObjectKey { Self.key(json["key"]) }
  var duration: Duration { .nanoseconds(json["duration"]?.intValue ?? 0) }
  var waited: Duration { .nanoseconds(json["waited"]?.intValue ?? 0) }
  var causes: [JSON] { json["causes"]?.arrayValue ?? [] }
  var reads: [JSON] { json["reads"]?.arrayValue ?? [] }
  var writes: [JSON] { json["writes"]?.arrayValue ?? [] }
  var notes: [String] { json["notes"]?.arrayValue?.compactMap(\.stringValue) ?? [] }

  /// `14:46:20.123`, in UTC.
  var time: String { String(text("startedAt").dropFirst(11).prefix(12)) }

  var hasFailed: Bool { ["failed", "terminal"].contains(json["outcome"]?["kind"]?.stringValue) }

  private func text(_ key: String) -> String { json[key]?.stringValue ?? "" }

  static func key(_ json: JSON?) -> ObjectKey {
    ObjectKey(namespace: json?["namespace"]?.stringValue ?? "", name: json?["name"]?.stringValue ?? "")
  }

  /// Whether the reconcile is about an object: it was caused by it, wrote it, or has its key and read it.
  func isAbout(_ resource: String, _ key: ObjectKey) -> Bool {
    let names = { (entry: JSON) in entry["resource"]?.stringValue == resource && Self.key(entry["key"]) == key
    }
    return causes.contains(where: names) || writes.contains(where: names)
      || (self.key == key && reads.contains(where: names))
  }
}

// MARK: - Words

extension TracedReconcile {
  /// `modified pods default/web-1 @42`.
  static func words(ofCause cause: JSON) -> String {
    let kind = cause["kind"]?.stringValue ?? ""
    guard let resource = cause["resource"]?.stringValue else { return words[kind] ?? kind }
    let version = cause["resourceVersion"]?.stringValue ?? ""
    return "\(resource) \(key(cause["key"])) was \(kind)\(version.isEmpty ? "" : " @\(version)")"
  }

  private static let words = [
    "startup": "the loop began", "requeue": "the reconcile before asked to look again",
    "backoff": "the reconcile before failed", "source": "a source of the loop's own",
  ]

  /// `create pods default/web-1 @43`.
  static func words(ofWrite write: JSON) -> String {
    let verb = write["verb"]?.stringValue ?? ""
    let resource = write["resource"]?.stringValue ?? ""
    let path = write["subresource"]?.stringValue.map { "\(resource)/\($0)" } ?? resource
    let head = "\(verb) \(path) \(key(write["key"]))"
    if let error = write["error"]?.stringValue { return "\(head) was refused: \(error)" }
    let version = write["resourceVersion"]?.stringValue ?? ""
    return head + (version.isEmpty ? "" : " @\(version)")
      + (write["isNoOp"] == true ? ", which changed nothing" : "")
  }

  /// `pods (3), deployments.apps default/web`: each resource once.
  var readWords: String {
    var order: [String] = []
    var found: [String: [String]] = [:]
    for read in reads {
      let resource = read["resource"]?.stringValue ?? ""
      let key = Self.key(read["key"])
      let scope = key.namespace.isEmpty ? "" : " of \(key.namespace)"
      // A list by an index has the value that was looked for as its name.
      let place = read["verb"] == "list" ? (key.name.isEmpty ? "all" : "by index") + scope : "\(key)"
      let words = read["source"] == "api" ? "\(place) from the API" : place
      if found[resource] == nil { order.append(resource) }
      if !found[resource, default: []].contains(words) { found[resource, default: []].append(words) }
    }
    let texts = order.map { resource in
      let places = found[resource] ?? []
      return places.count > 2
        ? "\(resource) (\(places.count))" : "\(resource) \(places.joined(separator: ", "))"
    }
    let dropped = json["droppedReads"]?.intValue ?? 0
    return texts.joined(separator: "; ") + (dropped > 0 ? "; \(dropped) more" : "")
  }

  var outcomeWords: String {
    let outcome = json["outcome"]
    let message = outcome?["message"]?.stringValue ?? ""
    switch outcome?["kind"]?.stringValue {
    case "done": return "done"
    case "awaitChange": return "waits for a change"
    case "requeue": return "looks again after \(Self.short(.nanoseconds(outcome?["after"]?.intValue ?? 0)))"
    case "failed": return "failed, and is tried again: \(message)"
    case "terminal": return "failed for good: \(message)"
    default: return "stopped"
    }
  }

  /// `340 µs`, `2.1 ms`, `15 s`, `5m`.
  static func short(_ duration: Duration) -> String {
    let nanoseconds = duration.nanosecondsClamped
    switch nanoseconds {
    case ..<1_000_000: return "\(nanoseconds / 1000) µs"
    case ..<10_000_000: return "\(nanoseconds / 1_000_000).\(nanoseconds / 100_000 % 10) ms"
    case ..<1_000_000_000: return "\(nanoseconds / 1_000_000) ms"
    case ..<120_000_000_000:
      let tenths = nanoseconds / 100_000_000
      return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    default: return duration.human
    }
  }
}
