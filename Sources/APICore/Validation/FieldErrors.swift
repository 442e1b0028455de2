import APIMachinery

/// The errors found in an object, and the path at which the search stands.
///
/// The path costs nothing while there is nothing to report.
struct FieldErrors {
  enum Step {
    case field(String)
    case index(Int)
    case key(String)
  }

  private(set) var list: [FieldError] = []
  /// What the client is told although the object is taken.
  private(set) var warnings: [String] = []
  private var steps: [Step] = []

  var isEmpty: Bool { list.isEmpty }

  // MARK: The path

  mutating func push(_ name: String) { push(.field(name)) }
  mutating func push(index: Int) { push(.index(index)) }
  mutating func push(key: String) { push(.key(key)) }
  mutating func pop() { steps.removeLast() }

  private mutating func push(_ step: Step) {
    // Most walks go a few steps down: to grow from one to two to four costs as much as they do.
    if steps.capacity == 0 { steps.reserveCapacity(8) }
    steps.append(step)
  }

  /// Looks at a field.
  mutating func at(_ name: String, _ body: (inout FieldErrors) -> Void) {
    push(name)
    body(&self)
    pop()
  }

  /// Looks at an element.
  mutating func at(index: Int, _ body: (inout FieldErrors) -> Void) {
    push(index: index)
    body(&self)
    pop()
  }

  /// The path, as messages write it: `spec.containers[0].ports`.
  var path: String {
    var text = ""
    for step in steps {
      switch step {
      case .field(let name): text += text.isEmpty ? name : "." + name
      case .index(let index): text += "[\(index)]"
      case .key(let key): text += "[\(key)]"
      }
    }
    return text
  }

  // MARK: Errors

  private mutating func add(_ code: FieldError.Code, _ message: String, at field: String?) {
    var path = path
    if let field { path = path.isEmpty ? field : path + "." + field }
    list.append(FieldError(code: code, field: path, message: message))
  }

  mutating func append(_ error: FieldError) { list.append(error) }

  mutating func warn(_ text: String) { warnings.append(text) }

  mutating func required(_ field: String? = nil, _ detail: String = "") {
    add(.required, detail.isEmpty ? "Required value" : "Required value: \(detail)", at: field)
  }

  mutating func invalid(_ field: String? = nil, _ value: JSON?, _ detail: String) {
    let shown = (value ?? .null).description
    add(
      .invalid, detail.isEmpty ? "Invalid value: \(shown)" : "Invalid value: \(shown): \(detail)", at: field)
  }

  mutating func typeInvalid(_ field: String? = nil, _ value: JSON, _ detail: String) {
    add(.typeInvalid, "Invalid value: \(value): \(detail)", at: field)
  }

  mutating func notSupported(_ field: String? = nil, _ value: JSON, _ allowed: [String]) {
    let list = allowed.map { JSON.string($0).description }.joined(separator: ", ")
    add(.notSupported, "Unsupported value: \(value): supported values: \(list)", at: field)
  }

  mutating func duplicate(_ field: String? = nil, _ value: JSON) {
    add(.duplicate, "Duplicate value: \(value)", at: field)
  }

  mutating func forbidden(_ field: String? = nil, _ detail: String) {
    add(.forbidden, "Forbidden: \(detail)", at: field)
  }

  mutating func tooLong(_ field: String? = nil, maximum: Int) {
    add(.tooLong, "Too long: may not be more than \(maximum) bytes", at: field)
  }

  mutating func tooMany(_ field: String? = nil, _ count: Int, maximum: Int) {
    add(.tooMany, "Too many: \(count): must have at most \(maximum) items", at: field)
  }

  mutating func notFound(_ field: String? = nil, _ value: JSON) {
    add(.notFound, "Not found: \(value)", at: field)
  }

  mutating func internalError(_ field: String? = nil, _ detail: String) {
    add(.internalError, "Internal error: \(detail)", at: field)
  }

  /// Reports each of `details` about a value.
  mutating func invalid(_ field: String? = nil, _ value: JSON?, each details: [String]) {
    for detail in details { invalid(field, value, detail) }
  }
}
