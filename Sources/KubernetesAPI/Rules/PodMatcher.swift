public import APIMachinery

/// Which pods a term of affinity or spread means: by namespace and labels. Equal matchers share one table of counts.
public struct PodMatcher: Sendable, Hashable {
  private let selector: Selector
  private let namespaces: [String]
  /// `nil`: no namespaces beside the listed ones. An empty selector means all.
  private let namespaceSelector: Selector?

  /// - Parameters:
  ///   - selector: `nil` selects nothing, an empty one everything, as in the API.
  ///   - matchLabelKeys: Labels of the incoming pod whose values matching pods share.
  ///   - mismatchLabelKeys: Labels of the incoming pod whose values matching pods do not have.
  public init(
    selector: LabelSelector?, namespaces: [String], namespaceSelector: LabelSelector? = nil,
    matchLabelKeys: [String] = [], mismatchLabelKeys: [String] = [], podLabels: StringMap = StringMap()
  ) {
    func added(_ keys: [String], _ operation: Selector.Operator) -> [Selector.Requirement] {
      keys.compactMap { key in
        podLabels[key].map { Selector.Requirement(key: key, operator: operation, values: [$0]) }
      }
    }
    self.selector = Self.compile(selector)
      .adding(added(matchLabelKeys, .in) + added(mismatchLabelKeys, .notIn))
    self.namespaces = namespaces
    self.namespaceSelector = namespaceSelector.map { Self.compile($0) }
  }

  /// The pods of a namespace that have all of `labels`.
  package init(labels: StringMap, namespace: String) {
    selector = Selector(labels)
    namespaces = [namespace]
    namespaceSelector = nil
  }

  /// A selector that does not parse was refused by the API's validation; it selects nothing here.
  private static func compile(_ selector: LabelSelector?) -> Selector {
    (try? Selector(labelSelector: selector?.fields)) ?? .nothing
  }

  /// - Parameter namespaceLabels: Those of the pod's namespace; `nil` when they are not known.
  public func matches(_ labels: StringMap, namespace: String, namespaceLabels: StringMap?) -> Bool {
    guard namespaces.contains(namespace) || selects(namespaceLabels) else { return false }
    return selector.matches(labels)
  }

  private func selects(_ namespaceLabels: StringMap?) -> Bool {
    guard let namespaceSelector else { return false }
    return namespaceSelector.selectsEverything || namespaceSelector.matches(namespaceLabels ?? StringMap())
  }
}
