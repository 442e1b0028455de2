/// A label selector, ready to be asked.
///
/// Written `app=web,tier!=cache,env in (dev,test),!legacy` on a command line and in a query, and as a
/// `LabelSelector` object in a spec. All requirements must hold.
///
/// Kubernetes: `apimachinery/pkg/labels`.
public struct Selector: Sendable, Hashable {
  /// The requirements, ordered by key.
  public private(set) var requirements: [Requirement]
  /// True for the selector of an absent `LabelSelector`, which selects no object.
  public private(set) var selectsNothing: Bool

  private init(requirements: [Requirement], selectsNothing: Bool = false) {
    self.requirements = requirements
    self.selectsNothing = selectsNothing
  }

  /// Requirements that must all hold.
  public init(_ requirements: [Requirement]) {
    if Self.isOrdered(requirements) {
      self.init(requirements: requirements)
      return
    }
    let order = requirements.indices.sorted { left, right in
      let (a, b) = (requirements[left].key, requirements[right].key)
      return a == b ? left < right : a.bytewisePrecedes(b)
    }
    self.init(requirements: order.map { requirements[$0] })
  }

  /// Whether no key stands before one that precedes it: labels are most often written so.
  private static func isOrdered(_ requirements: [Requirement]) -> Bool {
    for position in requirements.indices.dropFirst()
    where requirements[position].key.bytewisePrecedes(requirements[position - 1].key) {
      return false
    }
    return true
  }

  /// Selects objects that have all of `labels`.
  public init(_ labels: StringMap) {
    self.init(labels.map { Requirement(key: $0.key, operator: .equals, values: [$0.value]) })
  }

  /// Selects every object.
  public static let everything = Selector(requirements: [])
  /// Selects no object.
  public static let nothing = Selector(requirements: [], selectsNothing: true)

  /// True when every object is selected.
  public var selectsEverything: Bool { requirements.isEmpty && !selectsNothing }

  /// Whether an object with these labels is selected.
  ///
  /// - Complexity: O(*r* · *n*) comparisons of keys in the numbers of requirements and labels; allocates nothing.
  public func matches(_ labels: StringMap) -> Bool {
    if selectsNothing { return false }
    for requirement in requirements where !requirement.matches(labels) { return false }
    return true
  }

  /// Whether an object is selected whose labels are found by `value`.
  @inlinable public func matches(value: (String) -> String?) -> Bool {
    if selectsNothing { return false }
    for requirement in requirements where !requirement.isFulfilled(by: value(requirement.key)) {
      return false
    }
    return true
  }

  /// The only value of the label `key` that can be selected, if there is just one: what an index can look up.
  public func requiredValue(of key: String) -> String? {
    for requirement in requirements where requirement.key == key && requirement.values.count == 1 {
      switch requirement.operator {
      case .equals, .doubleEquals, .in: return requirement.values.first
      default: continue
      }
    }
    return nil
  }

  /// This selector with further requirements.
  public func adding(_ requirements: [Requirement]) -> Selector {
    selectsNothing ? self : Selector(self.requirements + requirements)
  }
}

extension Selector: CustomStringConvertible {
  /// The text form; empty for a selector that selects everything or nothing.
  public var description: String { requirements.map(\.description).joined(separator: ",") }
}
