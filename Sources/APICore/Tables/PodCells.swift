import APIMachinery

/// The cells of a pod.
///
/// Kubernetes: `printPod`.
struct PodCells {
  private let object: JSONObject
  private let now: Timestamp
  private let spec: JSONObject
  private let status: JSONObject
  private var reason: String
  private var readyCount = 0
  private var totalCount: Int
  private var restarts: Int64 = 0
  private var lastRestart: Timestamp?

  init(_ object: JSONObject, now: Timestamp) {
    self.object = object
    self.now = now
    spec = object.object("spec") ?? JSONObject()
    status = object.object("status") ?? JSONObject()
    totalCount = spec.array("containers").count + spec.array("initContainers").count { Self.isSidecar($0) }
    reason = status.string("reason").flatMap { $0.isEmpty ? nil : $0 } ?? status.string("phase") ?? ""
    if hasCondition("PodScheduled", reason: "SchedulingGated") { reason = "SchedulingGated" }
    readInitContainers()
    readDeletion()
  }

  private static func isSidecar(_ container: JSON) -> Bool { container["restartPolicy"] == "Always" }

  private func hasCondition(_ type: String, reason: String) -> Bool {
    status.array("conditions").contains {
      $0["type"]?.stringValue == type && $0["reason"]?.stringValue == reason
    }
  }

  private func isTrue(_ type: String) -> Bool {
    status.array("conditions").contains { $0["type"]?.stringValue == type && $0["status"] == "True" }
  }

  // MARK: Status

  private mutating func readInitContainers() {
    var isInitializing = false
    var sidecarRestarts: Int64 = 0
    var sidecarRestart: Timestamp?
    let specs = spec.array("initContainers")
    for (index, container) in status.array("initContainerStatuses").enumerated() {
      let declared = specs.first { $0["name"] == container["name"] }
      let isSidecar = declared.map(Self.isSidecar) ?? false
      countRestarts(container)
      if isSidecar {
        sidecarRestarts += container["restartCount"]?.intValue ?? 0
        sidecarRestart = latest(sidecarRestart, container)
      }
      let terminated = container["state"]?["terminated"]
      if let terminated, terminated["exitCode"] == 0 { continue }
      if isSidecar, container["started"] == true {
        if container["ready"] == true { readyCount += 1 }
        continue
      }
      reason = initReason(container, terminated, index: index, count: specs.count)
      isInitializing = true
      break
    }
    if isInitializing, !isTrue("Initialized") { return }
    (restarts, lastRestart) = (sidecarRestarts, sidecarRestart)
    readContainers()
  }

  private func initReason(_ container: JSON, _ terminated: JSON?, index: Int, count: Int) -> String {
    if let terminated {
      let text = terminated["reason"]?.stringValue ?? ""
      return "Init:" + (text.isEmpty ? Self.exitText(terminated) : text)
    }
    let waiting = container["state"]?["waiting"]?["reason"]?.stringValue ?? ""
    if !waiting.isEmpty, waiting != "PodInitializing" { return "Init:" + waiting }
    return "Init:\(index)/\(count)"
  }

  private static func exitText(_ terminated: JSON) -> String {
    let signal = terminated["signal"]?.intValue ?? 0
    return signal != 0 ? "Signal:\(signal)" : "ExitCode:\(terminated["exitCode"]?.intValue ?? 0)"
  }

  private mutating func readContainers() {
    var hasRunning = false
    for container in status.array("containerStatuses").reversed() {
      countRestarts(container)
      let state = container["state"]
      if let text = state?["waiting"]?["reason"]?.stringValue, !text.isEmpty {
        reason = text
      } else if let terminated = state?["terminated"] {
        let text = terminated["reason"]?.stringValue ?? ""
        reason = text.isEmpty ? Self.exitText(terminated) : text
      } else if container["ready"] == true, state?["running"] != nil {
        hasRunning = true
        readyCount += 1
      }
    }
    if reason == "Completed", hasRunning { reason = isTrue("Ready") ? "Running" : "NotReady" }
  }

  private mutating func readDeletion() {
    guard object.metadataFields.contains("deletionTimestamp") else { return }
    let phase = status.string("phase") ?? ""
    if status.string("reason") == "NodeLost" {
      reason = "Unknown"
    } else if phase != "Succeeded", phase != "Failed" {
      reason = "Terminating"
    }
  }

  private mutating func countRestarts(_ container: JSON) {
    restarts += container["restartCount"]?.intValue ?? 0
    lastRestart = latest(lastRestart, container)
  }

  private func latest(_ time: Timestamp?, _ container: JSON) -> Timestamp? {
    let text = container["lastState"]?["terminated"]?["finishedAt"]?.stringValue
    guard let text, let finished = Timestamp(rfc3339: text) else { return time }
    return time.map { max($0, finished) } ?? finished
  }

  // MARK: Cells

  var cells: [TableCells.Cell] {
    var restartText = String(restarts)
    if restarts != 0, let lastRestart { restartText += " (\((now - lastRestart).human) ago)" }
    return [
      TableCells.Cell("Ready", "\(readyCount)/\(totalCount)"), TableCells.Cell("Status", reason),
      TableCells.Cell("Restarts", restartText), TableCells.Cell("IP", orNone(address)),
      TableCells.Cell("Node", orNone(spec.string("nodeName"))),
      TableCells.Cell("Nominated Node", orNone(status.string("nominatedNodeName"))),
      TableCells.Cell("Readiness Gates", gates),
    ]
  }

  private var address: String? {
    status.array("podIPs").first?["ip"]?.stringValue ?? status.string("podIP")
  }

  private func orNone(_ text: String?) -> String { text.isNilOrEmpty ? "<none>" : text ?? "" }

  private var gates: String {
    let gates = spec.array("readinessGates").compactMap { $0["conditionType"]?.stringValue }
    if gates.isEmpty { return "<none>" }
    return "\(gates.count { isTrue($0) })/\(gates.count)"
  }
}
