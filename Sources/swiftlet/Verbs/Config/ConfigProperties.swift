import APIMachinery
import ArgumentParser
import RemoteClient

struct ConfigSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set one field of the kubeconfig: `config set contexts.dev.namespace shop`."
  )
  @OptionGroup var file: ConfigFile
  @Argument(help: "current-context, or clusters|users|contexts.NAME.FIELD") var property: String
  @Argument(help: "Its value.") var value: String

  func run() throws {
    try file.change { try ConfigProperty(property).set(.string(value), in: &$0) }
    Terminal.writeLine("Property \"\(property)\" set.")
  }
}

struct ConfigUnset: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unset", abstract: "Remove one field, or an entry, of the kubeconfig.")
  @OptionGroup var file: ConfigFile
  @Argument(help: "current-context, or clusters|users|contexts[.NAME[.FIELD]]") var property: String

  func run() throws {
    try file.change { try ConfigProperty(property).set(nil, in: &$0) }
    Terminal.writeLine("Property \"\(property)\" unset.")
  }
}

/// A field of a kubeconfig, by its path.
///
/// Kubernetes: `kubectl config set`: an entry of a list is found by its name, which may have dots.
struct ConfigProperty {
  private let path: [String]

  /// The lists, and what an entry is called in each.
  private static let lists = ["clusters": "cluster", "users": "user", "contexts": "context"]
  /// The fields that are no texts.
  private static let booleans = ["insecure-skip-tls-verify", "disable-compression"]

  init(_ text: String) throws {
    path = text.split(separator: ".").map(String.init)
    guard !path.isEmpty else { throw CommandError("empty key/property name") }
  }

  func set(_ value: JSON?, in config: inout KubeConfig) throws {
    guard let member = Self.lists[path[0]] else {
      guard path.count == 1 else {
        throw CommandError("unable to parse path \"\(path.joined(separator: "."))\"")
      }
      config.fields[path[0]] = value
      return
    }
    var entries = config.fields[path[0]]?.arrayValue ?? []
    if path.count == 1 {
      guard value == nil else { throw CommandError("\(path[0]) is a list: name an entry and a field of it") }
      entries = []
    } else if path.count == 2 {
      guard value == nil else { throw CommandError("name a field: \(path.joined(separator: ".")).FIELD") }
      entries.removeAll { $0["name"]?.stringValue == path[1] }
    } else {
      try set(value, of: member, in: &entries)
    }
    config.fields[path[0]] = .array(entries)
  }

  private func set(_ value: JSON?, of member: String, in entries: inout [JSON]) throws {
    let (name, field) = (path[1..<path.count - 1].joined(separator: "."), path[path.count - 1])
    var value = value
    if Self.booleans.contains(field), let text = value?.stringValue {
      guard let isOn = Bool(text) else {
        throw CommandError("\(field) must be true or false, not \"\(text)\"")
      }
      value = .bool(isOn)
    }
    let position = entries.firstIndex { $0["name"]?.stringValue == name }
    if position == nil, value == nil { throw CommandError("current map key `\(name)` is invalid") }
    var entry = position.flatMap { entries[$0].objectValue } ?? ["name": .string(name)]
    var fields = entry[member]?.objectValue ?? JSONObject()
    fields[field] = value
    entry[member] = .object(fields)
    if let position { entries[position] = .object(entry) } else { entries.append(.object(entry)) }
  }
}
