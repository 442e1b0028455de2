/// What a probe of a container is for.
///
/// Kubernetes: `pods/lifecycle`, "Types of probe".
public enum ProbeKind: String, Hashable, Sendable, CaseIterable {
  /// Whether the container has started up; the other probes wait for it.
  case startup = "Startup"
  /// Whether it can serve.
  case readiness = "Readiness"
  /// Whether it is to be started anew.
  case liveness = "Liveness"
}

extension ContainerBehaviour {
  /// Whether a probe of this kind, asked so long after the container's start, is answered well.
  public func isHealthy(_ kind: ProbeKind, after elapsed: Duration) -> Bool {
    switch kind {
    case .startup: return !isNeverStarted && elapsed >= startedAfter ?? .zero
    case .readiness:
      return !isNeverReady && elapsed >= readyAfter ?? .zero
        && !Self.isWithin(elapsed, from: unreadyAfter, length: unreadyFor)
    case .liveness: return !Self.isWithin(elapsed, from: livenessFailsAfter, length: livenessFailsFor)
    }
  }

  private static func isWithin(_ elapsed: Duration, from start: Duration?, length: Duration?) -> Bool {
    guard let start, elapsed >= start else { return false }
    return length.map { elapsed < start + $0 } ?? true
  }

  /// When the answer to a probe of this kind changes next, counted from the container's start; `nil` for never.
  public func nextChange(_ kind: ProbeKind, after elapsed: Duration) -> Duration? {
    changes(kind).filter { $0 > elapsed }.min()
  }

  private func changes(_ kind: ProbeKind) -> [Duration] {
    func window(_ start: Duration?, _ length: Duration?) -> [Duration?] {
      [start, start.flatMap { start in length.map { start + $0 } }]
    }
    let times: [Duration?] =
      switch kind {
      case .startup: [startedAfter]
      case .readiness: [readyAfter] + window(unreadyAfter, unreadyFor)
      case .liveness: window(livenessFailsAfter, livenessFailsFor)
      }
    return times.compactMap(\.self)
  }

  /// Whether a probe of this kind is ever answered otherwise than well and at once.
  ///
  /// - Complexity: O(1), without allocations: asked at each look at a running container.
  public func concerns(_ kind: ProbeKind) -> Bool {
    if probesTake != nil { return true }
    switch kind {
    case .startup: return isNeverStarted || startedAfter != nil
    case .readiness: return isNeverReady || readyAfter != nil || unreadyAfter != nil
    case .liveness: return livenessFailsAfter != nil
    }
  }
}
