public import APIMachinery

/// Finds objects by a label, so that a selector need not be held against every object of a namespace.
public enum LabelIndex {
  public static let name: IndexName = "metadata.labels"

  /// The entries of an object: one a label.
  public static func values(_ metadata: ObjectMeta) -> [String] {
    let namespace = metadata.namespace ?? ""
    return metadata.labels.map { value(namespace: namespace, key: $0.key, value: $0.value) }
  }

  static func value(namespace: String, key: String, value: String) -> String {
    "\(namespace)/\(key)=\(value)"
  }
}

extension Controller {
  /// Lets the controller find objects of `kind` by selector, with ``Cache/list(_:namespace:matching:)``.
  public consuming func indexByLabels<Kind: Resource>(_ kind: Kind.Type) -> Controller {
    index(kind, LabelIndex.name, madeOf: { $0.object("metadata")?["labels"] }) {
      LabelIndex.values($0.metadata)
    }
  }
}

extension Cache {
  /// The objects of a namespace that a selector matches. The controller must have declared the index with
  /// ``Controller/indexByLabels(_:)``.
  ///
  /// - Complexity: O(*n*) in the number of objects that share one of the labels the selector requires.
  public func list<Kind: Resource>(
    _ kind: Kind.Type, namespace: String, matching selector: Selector
  ) -> [Kind] {
    for requirement in selector.requirements {
      guard let value = selector.requiredValue(of: requirement.key) else { continue }
      let entry = LabelIndex.value(namespace: namespace, key: requirement.key, value: value)
      return list(kind, index: LabelIndex.name, entry).filter { selector.matches($0.metadata.labels) }
    }
    return list(kind, namespace: namespace) { selector.matches($0.metadata.labels) }
  }
}
