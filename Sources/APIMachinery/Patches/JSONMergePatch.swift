/// A partial object that is laid over another (RFC 7386): members are merged, `null` removes, all else replaces.
public enum JSONMergePatch {
  /// Applies a patch.
  public static func apply(_ patch: JSON, to target: JSON) -> JSON {
    guard case .object(let changes) = patch else { return patch }
    var object: JSONObject
    if case .object(let members) = target { object = members } else { object = JSONObject() }
    for (key, value) in changes {
      if value.isNull {
        object.removeValue(key)
      } else if let position = object.position(of: key) {
        object.setValue(apply(value, to: object[position].value), at: position)
      } else {
        object.append(key, apply(value, to: .null))
      }
    }
    return .object(object)
  }

  /// The smallest patch that makes `new` of `old`: `{}` when they are equal.
  ///
  /// A member of `new` that is `null` cannot be told from an absent one; such members are removed.
  public static func difference(from old: JSON, to new: JSON) -> JSON {
    guard case .object(let before) = old, case .object(let after) = new else { return new }
    var patch = JSONObject()
    for (key, value) in after where before[key] != value {
      if let previous = before[key], case .object = previous, case .object = value {
        patch.append(key, difference(from: previous, to: value))
      } else {
        patch.append(key, value)
      }
    }
    for key in before.keys where !after.contains(key) { patch.append(key, .null) }
    return .object(patch)
  }
}
