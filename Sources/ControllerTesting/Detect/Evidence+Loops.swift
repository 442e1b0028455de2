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
  ///
  /// A controller that is not under test is outside, but for the fields that it writes itself: it may be the other side.
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
      var touched: [String: Swing] = [:]
      if let previous, version.event.kind == .modified {
        for change in Self.changes(from: previous, to: version) {
          let name = "\(version.object) \(change.path)"
          let swing = Self.swing(swings[name], change, writer)
          touched[name] = swing
          guard swing.values.count == Self.turns + 1,
            swing.controllers.contains(where: { controllers[$0] != nil })
          else { continue }
          flaws.append(Self.flipFlop(swing, version, change.path))
        }
      }
      swings = isUnderTest(version) ? swings.merging(touched) { $1 } : touched
    }
    return flaws
  }

  /// What a change makes of the swing of its field: one more turn, or the first of another.
  private static func swing(_ swing: Swing?, _ change: FlatObject.Difference, _ writer: Writer) -> Swing {
    let (old, new) = (change.left ?? "absent", change.right ?? "absent")
    var next = swing ?? Swing(values: [old])
    if next.values.count > 1, next.values[next.values.count - 2] != new { next = Swing(values: [old]) }
    next.values.append(new)
    next.controllers.insert(writer.controller)
    return next
  }

  private static func flipFlop(_ swing: Swing, _ version: Version, _ field: String) -> Flaw {
    Flaw(
      kind: .flipFlop, controller: swing.controllers.sorted().joined(separator: " and "),
      object: version.object, field: field,
      cause: "went \(swing.values.joined(separator: ", ")) while nobody else wrote anything")
  }

  /// Fields that the API keeps.
  static func isBookkeeping(_ path: String) -> Bool {
    path.hasPrefix("metadata.resourceVersion") || path.hasPrefix("metadata.managedFields")
      || path.hasPrefix("metadata.generation")
  }

  /// What differs between two versions, but for the fields that the API keeps. Those are most of what differs, and are
  /// taken away before.
  private static func changes(from old: Version, to new: Version) -> [FlatObject.Difference] {
    FlatObject.differences(.object(withoutBookkeeping(old.tree)), .object(withoutBookkeeping(new.tree)))
      .filter { !isBookkeeping($0.path) }
  }

  private static func withoutBookkeeping(_ tree: JSONObject) -> JSONObject {
    guard case .object(var metadata)? = tree["metadata"] else { return tree }
    for field in ["resourceVersion", "managedFields", "generation"] { metadata[field] = nil }
    var tree = tree
    tree["metadata"] = .object(metadata)
    return tree
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
        Self.changes(from: before, to: version).first
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
