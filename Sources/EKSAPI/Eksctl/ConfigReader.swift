import APIMachinery

/// Reads the members of a configuration object and remembers which were read, so that whatever was not can be named
/// in a warning instead of being dropped in silence.
final class ConfigReader {
  let path: String
  private let object: JSONObject
  private var taken: Set<String> = []
  private var children: [ConfigReader] = []

  init(_ object: JSONObject, path: String) {
    self.object = object
    self.path = path
  }

  func value(_ key: String) -> JSON? {
    taken.insert(key)
    return object[key]
  }

  func string(_ key: String) throws(ClusterConfigError) -> String? {
    try typed(key, "a string") { $0.stringValue }
  }

  func integer(_ key: String) throws(ClusterConfigError) -> Int? {
    try typed(key, "an integer") { $0.intValue.map { Int($0) } }
  }

  func boolean(_ key: String) throws(ClusterConfigError) -> Bool? {
    try typed(key, "a boolean") { $0.boolValue }
  }

  func strings(_ key: String) throws(ClusterConfigError) -> [String]? {
    try typed(key, "a list of strings") { json in
      let texts = json.arrayValue?.map(\.stringValue)
      return texts?.contains(nil) ?? true ? nil : texts?.compactMap(\.self)
    }
  }

  func map(_ key: String) throws(ClusterConfigError) -> StringMap? {
    try typed(key, "a map of strings") { json in
      guard let object = json.objectValue, object.allSatisfy({ $0.value.stringValue != nil }) else {
        return nil
      }
      return StringMap(fields: object)
    }
  }

  /// A nested object, read in its turn.
  func child(_ key: String) throws(ClusterConfigError) -> ConfigReader? {
    guard let object = try typed(key, "an object", \.objectValue) else { return nil }
    return adopt(ConfigReader(object, path: "\(path)\(path.isEmpty ? "" : ".")\(key)"))
  }

  /// The objects of a list.
  func list(_ key: String) throws(ClusterConfigError) -> [ConfigReader] {
    guard let elements = try typed(key, "a list", \.arrayValue) else { return [] }
    var readers: [ConfigReader] = []
    for (position, element) in elements.enumerated() {
      let place = "\(path)\(path.isEmpty ? "" : ".")\(key)[\(position)]"
      guard case .object(let object) = element else {
        throw ClusterConfigError(field: place, message: "must be an object, not \(element.typeName)")
      }
      readers.append(adopt(ConfigReader(object, path: place)))
    }
    return readers
  }

  /// The paths of all members that nobody read, in the order in which they stand in the file.
  var unread: [String] {
    let own = object.keys.filter { !taken.contains($0) }.map { path.isEmpty ? $0 : "\(path).\($0)" }
    return own + children.flatMap(\.unread)
  }

  private func adopt(_ child: ConfigReader) -> ConfigReader {
    children.append(child)
    return child
  }

  private func typed<Value>(
    _ key: String, _ wanted: String, _ read: (JSON) -> Value?
  ) throws(ClusterConfigError) -> Value? {
    guard let json = value(key), !json.isNull else { return nil }
    guard let result = read(json) else {
      let place = path.isEmpty ? key : "\(path).\(key)"
      throw ClusterConfigError(field: place, message: "must be \(wanted), not \(json.typeName)")
    }
    return result
  }
}

/// What is wrong with an eksctl file, and where.
public struct ClusterConfigError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path of the field: `managedNodeGroups[0].minSize`.
  public var field: String
  public var message: String

  public var description: String { "ClusterConfig: \(field): \(message)" }
}
