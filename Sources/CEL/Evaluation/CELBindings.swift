/// The values of the variables for one evaluation.
public struct CELBindings: Sendable, ExpressibleByDictionaryLiteral {
  @usableFromInline var values: [(name: String, value: CELValue)]

  public init(dictionaryLiteral elements: (String, CELValue)...) {
    values = elements.map { (name: $0.0, value: $0.1) }
  }

  public init() {
    values = []
  }

  public subscript(name: String) -> CELValue? {
    get { values.first { $0.name == name }?.value }
    set {
      values.removeAll { $0.name == name }
      if let newValue { values.append((name, newValue)) }
    }
  }
}
