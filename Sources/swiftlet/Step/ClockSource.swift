import APIMachinery
import APIServer
import ControllerRuntime

/// `/debug/clock?do=stop|go|step|advance`: stops the time of the cluster and its loops, and lets them go on.
struct ClockSource: DebugSource {
  let clock: ClusterClock
  let manager: Manager

  var isChange: Bool { true }

  func stream(_ query: [String: String]) async throws(StatusError) -> any DebugStream {
    var outcome = ClusterClock.Outcome()
    let verb = query["do"] ?? ""
    if ["step", "advance"].contains(verb), !clock.time.isStopped {
      throw .badRequest("the clock goes: stop it with `swiftlet pause`")
    }
    switch verb {
    case "stop": clock.stop()
    case "go": clock.go()
    case "step": outcome = await clock.step(controller: query["controller"])
    case "advance":
      guard let text = query["by"], let duration = Duration(json: .string(text)), duration > .zero else {
        throw .badRequest("by must be a time such as 30s")
      }
      outcome.moved = await clock.advance(to: clock.time.now() + duration)
    default: throw .badRequest("do must be stop, go, step or advance")
    }
    return FixedLines(ClockStatus(clock, manager).text(outcome))
  }
}

/// `/debug/waiting`: where the clock stands and what waits to be let through.
struct WaitingSource: DebugSource {
  let clock: ClusterClock
  let manager: Manager

  func stream(_ query: [String: String]) async throws(StatusError) -> any DebugStream {
    FixedLines(ClockStatus(clock, manager).text(ClusterClock.Outcome()))
  }
}

/// What both answer: one line of JSON.
private struct ClockStatus {
  private var fields: JSONObject

  init(_ clock: ClusterClock, _ manager: Manager) {
    fields = [
      "now": .string(clock.time.now().rfc3339Micro), "isStopped": .bool(clock.time.isStopped),
      "waiting": .array(clock.gate.waiting.map(Self.json)),
    ]
    if let next = manager.nextLooks.first {
      fields["next"] = [
        "controller": .string(next.controller), "key": next.key.traced,
        "time": .string(next.time.rfc3339Micro),
      ]
    }
  }

  private static func json(_ waiting: ReconcileGate.Waiting) -> JSON {
    [
      "controller": .string(waiting.controller), "key": waiting.key.traced,
      "causes": .array(waiting.causes.map(\.json)),
    ]
  }

  func text(_ outcome: ClusterClock.Outcome) -> String {
    var fields = fields
    fields["record"] = outcome.record?.json
    fields["moved"] = outcome.moved.map { .int($0.nanosecondsClamped) }
    return String(decoding: JSON.object(fields).serialized(), as: UTF8.self) + "\n"
  }
}
