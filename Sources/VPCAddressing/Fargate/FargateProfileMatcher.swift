/// What a Fargate profile selects pods by, as plain values: admission and the Fargate loop share it.
public struct FargateProfileMatcher: Hashable, Sendable {
  /// One selector: a namespace, and labels that a pod must all have. Each text may hold wildcards.
  public struct Selector: Hashable, Sendable {
    public var namespace: WildcardPattern
    public var labels: [(key: WildcardPattern, value: WildcardPattern)]

    public init(namespace: String, labels: [(key: String, value: String)] = []) {
      self.namespace = WildcardPattern(namespace)
      self.labels = labels.map { (WildcardPattern($0.key), WildcardPattern($0.value)) }
    }

    public static func == (left: Self, right: Self) -> Bool {
      left.namespace == right.namespace && left.labels.elementsEqual(right.labels, by: ==)
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(namespace)
      for label in labels {
        hasher.combine(label.key)
        hasher.combine(label.value)
      }
    }

    func matches(namespace: String, labels podLabels: [(key: String, value: String)]) -> Bool {
      self.namespace.matches(namespace)
        && labels.allSatisfy { wanted in
          podLabels.contains { wanted.key.matches($0.key) && wanted.value.matches($0.value) }
        }
    }
  }

  public var name: String
  public var selectors: [Selector]

  public init(name: String, selectors: [Selector]) {
    self.name = name
    self.selectors = selectors
  }

  /// EKS: a profile matches a pod when any one of its selectors does.
  public func matches(namespace: String, labels: [(key: String, value: String)]) -> Bool {
    selectors.contains { $0.matches(namespace: namespace, labels: labels) }
  }
}
