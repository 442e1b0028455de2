/// What the names in the signatures of functions have turned out to stand for.
///
/// cel-go: `checker/types.go`: types fit when they are equal, when one is `dyn`, or when a name can stand for the other.
struct TypeMapping {
  private var bindings: [String: CELType] = [:]
  private var count = 0

  /// A name of its own for a type that is not known yet.
  mutating func fresh() -> CELType {
    count += 1
    return .parameter("%\(count)")
  }

  /// The signature with names of its own.
  mutating func instance(_ overload: Overload) -> Overload {
    var names: [String: CELType] = [:]
    var copy = overload
    copy.parameters = overload.parameters.map { instance($0, &names) }
    copy.result = instance(overload.result, &names)
    return copy
  }

  private mutating func instance(_ type: CELType, _ names: inout [String: CELType]) -> CELType {
    if type.kind == .parameter {
      if let known = names[type.name] { return known }
      let made = fresh()
      names[type.name] = made
      return made
    }
    if type.parameters.isEmpty { return type }
    var changed = false
    var parameters: [CELType] = []
    for parameter in type.parameters {
      let made = instance(parameter, &names)
      changed = changed || made !== parameter
      parameters.append(made)
    }
    return changed ? type.replacing(parameters) : type
  }

  /// The type with all that is known filled in; with `final`, what is not known is `dyn`.
  func resolve(_ type: CELType, final: Bool = false) -> CELType {
    if type.kind == .parameter {
      guard let bound = bindings[type.name] else { return final ? .dyn : type }
      return resolve(bound, final: final)
    }
    if type.parameters.isEmpty { return type }
    let parameters = type.parameters.map { resolve($0, final: final) }
    return zip(parameters, type.parameters).allSatisfy { $0 === $1 } ? type : type.replacing(parameters)
  }

  /// Whether values of the one types can stand where the others are wanted; names are bound only if all can.
  mutating func fit(_ actual: [CELType], _ wanted: [CELType]) -> Bool {
    guard actual.count == wanted.count else { return false }
    let before = bindings
    for (actual, wanted) in zip(actual, wanted) where !assign(actual, wanted) {
      bindings = before
      return false
    }
    return true
  }

  private mutating func assign(_ actual: CELType, _ wanted: CELType) -> Bool {
    let (actual, wanted) = (top(actual), top(wanted))
    if actual === wanted { return true }
    if wanted.kind == .parameter { return bind(wanted, actual) }
    if actual.kind == .parameter { return bind(actual, wanted) }
    if actual.isDynamic || wanted.isDynamic { return true }
    if actual.kind == .null { return wanted.isNullable }
    if wanted.kind == .null { return actual.isNullable }
    guard actual.kind == wanted.kind, actual.name == wanted.name,
      actual.parameters.count == wanted.parameters.count
    else { return false }
    if actual.kind == .type { return true }
    for (actual, wanted) in zip(actual.parameters, wanted.parameters) where !assign(actual, wanted) {
      return false
    }
    return true
  }

  private func top(_ type: CELType) -> CELType {
    var type = type
    while type.kind == .parameter, let bound = bindings[type.name] { type = bound }
    return type
  }

  private mutating func bind(_ name: CELType, _ type: CELType) -> Bool {
    if type.kind == .parameter, type.name == name.name { return true }
    if occurs(name, in: type) { return false }
    bindings[name.name] = type
    return true
  }

  private func occurs(_ name: CELType, in type: CELType) -> Bool {
    let type = top(type)
    if type.kind == .parameter { return type.name == name.name }
    return type.parameters.contains { occurs(name, in: $0) }
  }
}

extension CELType {
  /// The same kind of type over other ones.
  func replacing(_ parameters: [CELType]) -> CELType {
    CELType(
      kind, name: name, parameters: parameters, fields: fields, maxElements: maxElements,
      minSerializedSize: minSerializedSize, listType: listType, isOpen: isOpen)
  }

  /// Whether `null` can stand where this type is wanted.
  fileprivate var isNullable: Bool {
    switch kind {
    case .null, .object, .duration, .timestamp, .opaque, .optional: true
    default: false
    }
  }
}
