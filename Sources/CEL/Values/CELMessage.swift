public import APIMachinery

/// A value that an expression has made of a type with fields: `Object.spec{replicas: 3}`.
public final class CELMessage: CELObject {
  public let celType: CELType
  /// The fields that were written, in their order.
  public let fields: [(name: String, value: CELValue)]

  init(_ type: CELType, _ fields: [(name: String, value: CELValue)]) {
    celType = type
    self.fields = fields
  }

  public func field(_ name: String) throws(CELError) -> CELValue? { self[name] }

  public subscript(name: String) -> CELValue? { fields.last { $0.name == name }?.value }

  public func isEqual(to other: any CELObject) -> Bool {
    guard let other = other as? CELMessage, other.celType == celType, other.fields.count == fields.count
    else {
      return false
    }
    return fields.allSatisfy { other[$0.name] == $0.value }
  }

  public func json() throws(CELError) -> JSON {
    var object = JSONObject(minimumCapacity: fields.count)
    for field in fields { object[field.name] = try field.value.json() }
    return .object(object)
  }

  /// Checks that the messages inside have the names of the fields that they stand in: `Object.spec` in `spec`.
  ///
  /// - Throws: What Kubernetes says of the first one that has not.
  public func checkNames() throws(CELError) { try Self.check(.object(self), celType.name) }

  private static func check(_ value: CELValue, _ name: String) throws(CELError) {
    switch value {
    case .object(let object as CELMessage):
      if object.celType.name != name {
        throw .evaluation(
          "unexpected type name \"\(object.celType.name)\", expected \"\(name)\", which matches field name path from "
            + "root Object type")
      }
      for field in object.fields { try check(field.value, name + "." + field.name) }
    case .list(let elements): for element in elements { try check(element, name) }
    case .map(let map): for entry in map.entries { try check(entry.value, name) }
    case .optional(let optional): if let value = optional.value { try check(value, name) }
    default: return
    }
  }
}
