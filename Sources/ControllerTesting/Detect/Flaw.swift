/// Something that a controller does and should not, even if everything comes out well.
public struct Flaw: Hashable, Sendable {
  /// The detectors.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A key keeps itself busy: each look is caused by the writes or the requeues of the one before.
    case hotLoop
    /// A write leaves the object as it was.
    case noOpWrite
    /// A key fails again and again.
    case notConverging
    /// A field goes back and forth between two values.
    case flipFlop
    /// An object outlives the one that it was made for.
    case leakedObject
    /// An object of a kind that the controller owns does not name its owner.
    case missingOwnerReference
    /// An owner reference leads nowhere, or across namespaces.
    case wrongOwnerReference
    /// The status does not say which generation it is about.
    case statusWithoutObservedGeneration
    /// A second look at an unchanged cluster changes it.
    case notIdempotent
  }

  public let kind: Kind
  /// The controller, or those that write against each other.
  public let controller: String
  /// The object: `configmaps default/a`.
  public let object: String
  /// The field, where it is about one.
  public let field: String?
  /// What was seen.
  public let cause: String
}

extension Flaw: CustomStringConvertible {
  public var description: String {
    "\(kind.rawValue): \(controller): \(object)\(field.map { " \($0)" } ?? ""): \(cause)"
  }
}

/// Which detectors look at the runs without faults of an exploration.
public struct Detectors: Hashable, Sendable {
  public var kinds: Set<Flaw.Kind>
  /// Resources whose objects may outlive the object that they were made for: `persistentvolumeclaims`.
  public var retained: Set<String>

  public init(_ kinds: Set<Flaw.Kind>, retained: Set<String> = []) {
    self.kinds = kinds
    self.retained = retained
  }

  public static let all = Detectors(Set(Flaw.Kind.allCases))
  public static let none = Detectors([])

  /// These detectors, but for some.
  public func without(_ kinds: Flaw.Kind...) -> Detectors {
    Detectors(self.kinds.subtracting(kinds), retained: retained)
  }

  /// These detectors, which let objects of some resources outlive those that they were made for.
  public func retaining(_ resources: String...) -> Detectors {
    Detectors(kinds, retained: retained.union(resources))
  }
}
