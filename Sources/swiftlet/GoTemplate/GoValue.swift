import APIMachinery

/// A value that a template works with.
enum GoValue: Sendable {
  /// The value of a field that is not there.
  case missing
  case null
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case string(String)
  case list([JSON])
  case map(JSONObject)

  /// Kubernetes: `apimachinery/pkg/util/json`: integers stay integers.
  init(_ json: JSON) {
    self =
      switch json {
      case .null: .null
      case .bool(let value): .bool(value)
      case .int(let value): .int(value)
      case .double(let value): .float(value)
      case .string(let value): .string(value)
      case .array(let value): .list(value)
      case .object(let value): .map(value)
      }
  }

  /// Go: `template.IsTrue`.
  var isTrue: Bool {
    switch self {
    case .missing, .null: false
    case .bool(let value): value
    case .int(let value): value != 0
    case .float(let value): value != 0
    case .string(let value): !value.isEmpty
    case .list(let value): !value.isEmpty
    case .map(let value): !value.isEmpty
    }
  }

  var isNothing: Bool {
    switch self {
    case .missing, .null: true
    default: false
    }
  }

  /// The name of the Go type that the value has.
  var typeName: String {
    switch self {
    case .missing, .null: "<nil>"
    case .bool: "bool"
    case .int: "int64"
    case .float: "float64"
    case .string: "string"
    case .list: "[]interface {}"
    case .map: "map[string]interface {}"
    }
  }

  /// The text of an action.
  var output: String { isNothing ? "<no value>" : text }

  /// Go: the verb `%v` of `fmt`.
  var text: String {
    switch self {
    case .missing, .null: "<nil>"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .float(let value): GoFloat.general(value)
    case .string(let value): value
    case .list(let elements): "[\(elements.map { GoValue($0).text }.joined(separator: " "))]"
    case .map(let members):
      "map[\(members.sortedByKey().map { "\($0.key):\(GoValue($0.value).text)" }.joined(separator: " "))]"
    }
  }
}
