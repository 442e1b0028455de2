import APIMachinery
import ControllerRuntime
import ObjectStore

extension Evidence {
  /// What the runtime's own detectors found of the controllers under test.
  var runtimeFlaws: [Flaw] {
    findings.filter { controllers[$0.controller] != nil }.map { finding in
      let kind: Flaw.Kind =
        switch finding.kind {
        case .hotLoop: .hotLoop
        case .noOpWrite: .noOpWrite
        case .notConverging: .notConverging
        }
      return Flaw(
        kind: kind, controller: finding.controller, object: "\(finding.key)", field: nil,
        cause: finding.explanation)
    }
  }

  /// How often a field must have turned.
  private static let turns = 4

  private struct Swing {
    var values: [String] = []
    var controllers: Set<String> = []
  }

  /// Fields that go A, B, A, B while nobody outside writes anything.
  var flipFlops: [Flaw] {
    var flaws: [Flaw] = []
    var last: [StoreKey: Version] = [:]
    var swings: [String: Swing] = [:]
    for version in versions {
      let previous = last[version.event.key]
      last[version.event.key] = version
      guard let writer = version.writer else {
        swings = [:]
        continue
      }
      guard let previous, isUnderTest(version), version.event.kind == .modified else { continue }
      for change in FlatObject.differences(.object(previous.tree), .object(version.tree))
      where !Self.isBookkeeping(change.path) {
        let name = "\(version.object) \(change.path)"
        let (old, new) = (change.left ?? "absent", change.right ?? "absent")
        var swing = swings[name] ?? Swing(values: [old])
        let turnsBack = swing.values.count < 2 || swing.values[swing.values.count - 2] == new
        if !turnsBack { swing = Swing(values: [old]) }
        swing.values.append(new)
        swing.controllers.insert(writer.controller)
        swings[name] = swing
        guard swing.values.count == Self.turns + 1 else { continue }
        flaws.append(
          Flaw(
            kind: .flipFlop, controller: swing.controllers.sorted().joined(separator: " and "),
            object: version.object, field: change.path,
            cause: "went \(swing.values.joined(separator: ", ")) while nobody else wrote anything"))
      }
    }
    return flaws
  }

  /// Fields that the API keeps.
  static func isBookkeeping(_ path: String) -> Bool {
    path.hasPrefix("metadata.resourceVersion") || path.hasPrefix("metadata.managedFields")
      || path.hasPrefix("metadata.generation")
  }

  /// What the second look at the same cluster wrote.
  var secondLookChanges: [Flaw] {
    guard let start = secondLook else { return [] }
    var last: [StoreKey: Version] = [:]
    var flaws: [Flaw] = []
    for version in versions {
      defer { last[version.event.key] = version }
      guard version.event.revision > start, isUnderTest(version), let writer = version.writer else {
        continue
      }
      let before = last[version.event.key]
      let change = before.flatMap { before in
        FlatObject.differences(.object(before.tree), .object(version.tree)).first {
          !Self.isBookkeeping($0.path)
        }
      }
      let what = change.map { "from \($0.left ?? "absent") to \($0.right ?? "absent")" } ?? ""
      flaws.append(
        Flaw(
          kind: .notIdempotent, controller: writer.controller, object: version.object, field: change?.path,
          cause:
            "a second look at \(writer.key) in an unchanged cluster made it \(version.event.kind) \(what)"))
    }
    return flaws
  }
}
