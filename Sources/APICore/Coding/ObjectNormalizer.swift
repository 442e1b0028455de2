import APIMachinery

/// Reads an object as its type declares it: takes out what the type does not know, checks the types of values, writes
/// quantities and times in their canonical form, and fills in the defaults.
///
/// It is one walk, and it copies nothing where nothing changes.
struct ObjectNormalizer {
  /// Why a value does not fit its type.
  struct TypeError: Error {
    var message: String
  }

  /// The paths of fields that the type does not know.
  private(set) var unknownFields: [String] = []
  private var path: [Step] = []
  private let fillsDefaults: Bool

  private enum Step {
    case field(String)
    case index(Int)
  }

  /// - Parameter fillsDefaults: Whether absent fields get their defaults.
  init(fillsDefaults: Bool = true) {
    self.fillsDefaults = fillsDefaults
    path.reserveCapacity(8)
  }

  /// The object as it is to be stored.
  ///
  /// - Parameter known: A version that is in order. What the object shares with it is not looked at: of a pod whose
  ///   status is written, the changed parts of the status alone.
  mutating func normalize(_ object: JSONObject, _ type: ObjectNode, known: JSONObject? = nil)
    throws(TypeError) -> JSONObject
  {
    try members(object, type, known) ?? object
  }

  // MARK: Objects

  /// The members as they are to be; `nil` when they are that already.
  private mutating func members(_ object: JSONObject, _ type: ObjectNode, _ known: JSONObject? = nil)
    throws(TypeError) -> JSONObject?
  {
    if let known, object.isIdentical(to: known) { return nil }
    var result: JSONObject?
    var removed: [String] = []
    for position in object.indices {
      if let known, object.sharesMember(at: position, with: known) { continue }
      let (key, value) = object[position]
      let before = known?.value(of: key, near: position)
      if let before, before.isIdentical(to: value) { continue }
      guard let field = type[key] else {
        if !type.isOpen {
          unknownFields.append(pathText(adding: key))
          removed.append(key)
        }
        continue
      }
      if value.isNull || isOmitted(value, field) {
        if field.node.kind != .any || value.isNull { removed.append(key) }
        continue
      }
      if Self.fits(value, field.node.kind) { continue }
      path.append(.field(key))
      let changed = try self.value(value, field.node, in: type, known: before)
      path.removeLast()
      if let changed {
        if result == nil { result = object }
        result?.setValue(changed, at: position)
      }
    }
    for key in removed {
      if result == nil { result = object }
      result?.removeValue(key)
    }
    if fillsDefaults, !type.defaulted.isEmpty { try fillIn(type, &result, object) }
    return result
  }

  /// Kubernetes: empty lists and maps are left out when an object is written.
  private func isOmitted(_ value: JSON, _ field: FieldNode) -> Bool {
    switch value {
    case .array(let elements): elements.isEmpty && field.node.kind == .array && !field.schema.isRequired
    case .object(let object): object.isEmpty && field.node.kind == .map && !field.schema.isRequired
    default: false
    }
  }

  private mutating func fillIn(_ type: ObjectNode, _ result: inout JSONObject?, _ object: JSONObject)
    throws(TypeError)
  {
    for field in type.defaulted {
      guard let value = field.schema.defaultValue, !(result ?? object).contains(field.name) else { continue }
      if let condition = field.schema.defaultCondition, !condition.holds(in: result ?? object) { continue }
      let complete = try self.value(value, field.node, in: type) ?? value
      if result == nil { result = object }
      result?.append(field.name, complete)
    }
  }

  // MARK: Values

  private mutating func value(
    _ value: JSON, _ node: SchemaNode, in type: ObjectNode, known: JSON? = nil
  ) throws(TypeError) -> JSON? {
    if Self.fits(value, node.kind) { return nil }
    switch (node.kind, value) {
    case (.int32, .double(let number)), (.int64, .double(let number)):
      if let exact = Int64(exactly: number) {
        return try self.value(.int(exact), node, in: type) ?? .int(exact)
      }
      throw mismatch(value, node, in: type)
    case (.object, .object(let object)):
      guard let inner = node.object else { return nil }
      return try members(object, inner, known?.objectValue).map { .object($0) }
    case (.map, .object(let object)): return try map(object, node, in: type)
    case (.array, .array(let elements)): return try array(elements, node, in: type, known: known?.arrayValue)
    case (.quantity, _): return try quantity(value)
    case (.timestamp, .string(let text)): return try time(text, isMicro: false)
    case (.microTime, .string(let text)): return try time(text, isMicro: true)
    default: throw mismatch(value, node, in: type)
    }
  }

  /// Whether a value is right as it is, whatever it says.
  private static func fits(_ value: JSON, _ kind: SchemaNode.Kind) -> Bool {
    switch (kind, value) {
    case (.string, .string), (.boolean, .bool), (.any, _), (.intOrString, .string), (.duration, .string),
      (.bytes, .string), (.number, .double), (.number, .int), (.int64, .int):
      true
    case (.int32, .int(let number)), (.intOrString, .int(let number)): Int32(exactly: number) != nil
    default: false
    }
  }

  private mutating func map(_ object: JSONObject, _ node: SchemaNode, in type: ObjectNode) throws(TypeError)
    -> JSON?
  {
    guard let element = node.element, element.kind != .any else { return nil }
    var result: JSONObject?
    for position in object.indices {
      let (key, value) = object[position]
      var changed: JSON?
      if case .string = value, element.kind == .string { continue }
      if value.isNull {
        changed = element.kind == .string ? .string("") : nil
      } else {
        path.append(.field(key))
        changed = try self.value(value, element, in: type)
        path.removeLast()
      }
      if let changed {
        if result == nil { result = object }
        result?.setValue(changed, at: position)
      }
    }
    return result.map { .object($0) }
  }

  private mutating func array(
    _ elements: [JSON], _ node: SchemaNode, in type: ObjectNode, known: [JSON]?
  ) throws(TypeError) -> JSON? {
    guard let element = node.element, element.kind != .any else { return nil }
    var result: [JSON]?
    for position in elements.indices {
      let value = elements[position]
      if case .string = value, element.kind == .string { continue }
      let known = known.flatMap { position < $0.count ? $0[position] : nil }
      if let known, known.isIdentical(to: value) { continue }
      path.append(.index(position))
      let given = value.isNull && element.kind == .object ? JSON.object(JSONObject()) : value
      let changed = try self.value(given, element, in: type, known: known)
      path.removeLast()
      if let changed {
        if result == nil { result = elements }
        result?[position] = changed
      }
    }
    return result.map { .array($0) }
  }

  private func quantity(_ value: JSON) throws(TypeError) -> JSON? {
    switch value {
    case .string(let text):
      if Self.isPlainQuantity(text) { return nil }
      do throws(QuantityError) {
        let canonical = try Quantity.wireText(of: text)
        return canonical == text ? nil : .string(canonical)
      } catch {
        throw TypeError(message: error.message)
      }
    case .int(let number): return .string(Quantity(number).description)
    case .double:
      do throws(QuantityError) {
        return .string(try Quantity.wireText(of: value.description))
      } catch {
        throw TypeError(message: error.message)
      }
    default: throw TypeError(message: QuantityError.format.message)
    }
  }

  /// Whether the text is canonical at a glance: up to three digits, and `m`, `Mi` or `Gi` or nothing.
  private static func isPlainQuantity(_ text: String) -> Bool {
    var digits = 0
    var first: UInt8 = 0
    var isSuffix = false
    for byte in text.utf8 {
      if byte &- 48 < 10, !isSuffix {
        if digits == 0 { first = byte }
        digits += 1
      } else {
        isSuffix = true
      }
    }
    guard 1...3 ~= digits, first != 48 else { return false }
    switch text.utf8.count - digits {
    case 0: return true
    case 1: return text.utf8.last == UInt8(ascii: "m")
    case 2: return text.hasSuffix("Mi") || text.hasSuffix("Gi")
    default: return false
    }
  }

  private func time(_ text: String, isMicro: Bool) throws(TypeError) -> JSON? {
    guard let time = Timestamp(rfc3339: text) else {
      let layout = isMicro ? "2006-01-02T15:04:05.000000Z07:00" : "2006-01-02T15:04:05Z07:00"
      throw TypeError(
        message: "parsing time \"\(text)\" as \"\(layout)\": cannot parse \"\(text)\" as \"2006\"")
    }
    let length = isMicro ? 27 : 20
    if text.utf8.count == length, text.utf8.last == UInt8(ascii: "Z") { return nil }
    return .string(isMicro ? time.rfc3339Micro : time.rfc3339)
  }

  // MARK: Messages

  private func pathText(adding key: String) -> String {
    var text = ""
    for step in path {
      switch step {
      case .field(let name): text += text.isEmpty ? name : "." + name
      case .index(let index): text += "[\(index)]"
      }
    }
    return text.isEmpty ? key : text + "." + key
  }

  /// Go's words: `json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32`.
  private func mismatch(_ value: JSON, _ node: SchemaNode, in type: ObjectNode) -> TypeError {
    let fields = path.compactMap { step in if case .field(let name) = step { name } else { nil } }
    return TypeError(
      message: "json: cannot unmarshal \(Self.goName(of: value)) into Go struct field "
        + "\(type.name).\(fields.joined(separator: ".")) of type \(Self.goType(node))")
  }

  private static func goName(of value: JSON) -> String {
    switch value {
    case .bool: "bool"
    case .int(let number): "number \(number)"
    case .double: "number \(value)"
    default: value.typeName
    }
  }

  private static func goType(_ node: SchemaNode) -> String {
    switch node.kind {
    case .int32: "int32"
    case .int64: "int64"
    case .number: "float64"
    case .boolean: "bool"
    case .bytes: "[]uint8"
    case .array: "[]" + (node.element.map(goType) ?? "string")
    case .map: "map[string]" + (node.element.map(goType) ?? "string")
    case .object: "v1.\(node.object?.name ?? "Object")"
    case .timestamp: "v1.Time"
    case .microTime: "v1.MicroTime"
    default: "string"
    }
  }
}
