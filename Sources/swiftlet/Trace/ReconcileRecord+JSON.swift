import APIMachinery
import ControllerRuntime

extension ReconcileRecord {
  /// One line of `/debug/trace`. Durations are nanoseconds.
  var json: JSON {
    [
      "sequence": .int(Int64(clamping: sequence)), "controller": .string(controller), "key": key.traced,
      "startedAt": .string(startedAt.rfc3339Micro), "duration": .int(duration.nanosecondsClamped),
      "waited": .int(waited.nanosecondsClamped), "causes": .array(causes.map(\.json)),
      "droppedCauses": .int(Int64(droppedCauses)), "failures": .int(Int64(failures)),
      "reads": .array(reads.map(\.json)), "droppedReads": .int(Int64(droppedReads)),
      "writes": .array(writes.map(\.json)), "droppedWrites": .int(Int64(droppedWrites)),
      "notes": .array(notes.map { .string($0) }), "outcome": outcome.json,
    ]
  }
}

extension ObjectKey {
  var traced: JSON { ["namespace": .string(namespace), "name": .string(name)] }
}

extension GroupVersionResource {
  fileprivate var traced: JSON { .string("\(groupResource)") }
}

extension Cause {
  var json: JSON {
    var fields: JSONObject = ["kind": .string(kind.rawValue)]
    if let resource, let key {
      fields["resource"] = resource.traced
      fields["key"] = key.traced
      fields["resourceVersion"] = .string(resourceVersion)
    }
    return .object(fields)
  }
}

extension ReconcileRecord.Read {
  fileprivate var json: JSON {
    [
      "verb": .string(verb.rawValue), "resource": resource.traced, "key": key.traced,
      "source": .string(source.rawValue),
    ]
  }
}

extension ReconcileRecord.Write {
  fileprivate var json: JSON {
    var fields: JSONObject = [
      "verb": .string(verb.rawValue), "resource": resource.traced, "key": key.traced,
      "resourceVersion": .string(resourceVersion),
    ]
    if let subresource { fields["subresource"] = .string(subresource) }
    if isNoOp { fields["isNoOp"] = true }
    if let error { fields["error"] = .string("\(error)") }
    return .object(fields)
  }
}

extension ReconcileRecord.Outcome {
  fileprivate var json: JSON {
    switch self {
    case .action(.done): ["kind": "done"]
    case .action(.awaitChange): ["kind": "awaitChange"]
    case .action(.requeue(let delay)): ["kind": "requeue", "after": .int(delay.nanosecondsClamped)]
    case .failed(let error): ["kind": "failed", "message": .string(error)]
    case .terminal(let error): ["kind": "terminal", "message": .string(error)]
    case .cancelled: ["kind": "cancelled"]
    }
  }
}
