public import APIMachinery

/// Which changes of a watched object are worth a look. New and deleted objects always are, unless a predicate
/// says otherwise.
///
/// Kubernetes: controller-runtime `pkg/predicate`.
public struct Predicate<Kind: KubernetesObject>: Sendable {
  /// `nil` passes everything.
  @usableFromInline let test: (@Sendable (Change<Kind>) -> Bool)?

  /// The same question about a change whose kind is not known.
  @usableFromInline let untypedTest: (@Sendable (Change<DynamicObject>) -> Bool)?

  @inlinable public init(_ isRelevant: @escaping @Sendable (Change<Kind>) -> Bool) {
    test = isRelevant
    // Made here, where the kind is known to the compiler: many listen, and each would look the kind up at each change.
    untypedTest = { isRelevant($0.view(as: Kind.self)) }
  }

  @inlinable init() {
    test = nil
    untypedTest = nil
  }

  @inlinable func isRelevant(_ change: Change<Kind>) -> Bool { test?(change) ?? true }

  /// Passes a modification for which `differs` holds between old and new, and everything else.
  @inlinable public static func modified(_ differs: @escaping @Sendable (Kind, Kind) -> Bool) -> Predicate {
    Predicate { change in
      guard let old = change.old, change.type == .modified else { return true }
      return differs(old, change.object)
    }
  }

  /// Every change.
  @inlinable public static var any: Predicate { Predicate() }

  /// The spec changed, or a deletion began. Of a kind that counts no generations, such as ConfigMap, every change passes.
  @inlinable public static var generationChanged: Predicate {
    modified { old, new in
      let (old, new) = (old.metadata, new.metadata)
      return old.generation != new.generation || new.generation == nil
        || old.deletionTimestamp != new.deletionTimestamp
    }
  }

  @inlinable public static var labelsChanged: Predicate {
    modified { $0.metadata.labels != $1.metadata.labels }
  }

  @inlinable public static var annotationsChanged: Predicate {
    modified { $0.metadata.annotations != $1.metadata.annotations }
  }

  /// The status changed.
  @inlinable public static var statusChanged: Predicate {
    modified { $0.fields["status"] != $1.fields["status"] }
  }

  @inlinable public static var generationOrLabelsChanged: Predicate { generationChanged || labelsChanged }

  /// Objects that carry all of `labels`, before or after the change.
  @inlinable public static func labels(_ labels: StringMap) -> Predicate {
    Predicate { change in
      labels.isSubset(of: change.object.metadata.labels)
        || change.old.map { labels.isSubset(of: $0.metadata.labels) } ?? false
    }
  }

  /// Objects in one of `namespaces`.
  @inlinable public static func namespaces(_ namespaces: Set<String>) -> Predicate {
    Predicate { namespaces.contains($0.object.metadata.namespace ?? "") }
  }

  @inlinable public static func || (left: Predicate, right: Predicate) -> Predicate {
    Predicate { left.isRelevant($0) || right.isRelevant($0) }
  }

  @inlinable public static func && (left: Predicate, right: Predicate) -> Predicate {
    Predicate { left.isRelevant($0) && right.isRelevant($0) }
  }

  @inlinable public static prefix func ! (predicate: Predicate) -> Predicate {
    Predicate { !predicate.isRelevant($0) }
  }
}
