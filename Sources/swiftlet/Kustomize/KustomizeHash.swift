import APIMachinery
import Crypto

/// The suffix that a generated ConfigMap or Secret gets, so that pods roll over when its content changes.
///
/// Kubernetes: kustomize's `api/hasher`: the first ten hexadecimal digits of the SHA-256 of the content as JSON, spelled
/// without the letters and digits that could make words.
enum KustomizeHash {
  ///
  /// - Parameter name: What stands for the name: nothing in kustomize, the name in `kubectl create --append-hash`.
  static func of(_ object: DynamicObject, name: String = "") -> String {
    let digits = SHA256.hash(data: Array(escaped(content(of: object, name)).utf8)).flatMap { byte in
      [byte >> 4, byte & 15].map { Array("0123456789abcdef".utf8)[Int($0)] }
    }
    let spelled: [UInt8: Character] = [
      UInt8(ascii: "0"): "g", UInt8(ascii: "1"): "h", UInt8(ascii: "3"): "k", UInt8(ascii: "a"): "m",
      UInt8(ascii: "e"): "t",
    ]
    return String(digits.prefix(10).map { spelled[$0] ?? Character(Unicode.Scalar($0)) })
  }

  private static func content(of object: DynamicObject, _ name: String) -> JSON {
    let fields = object.fields
    var content: JSONObject = [
      "kind": .string(object.kind), "name": .string(name), "data": fields["data"] ?? "",
    ]
    if object.kind == "Secret" { content["type"] = fields["type"] ?? "" }
    for extra in ["binaryData", "stringData"] {
      if let value = fields[extra], value.objectValue != nil { content[extra] = value }
    }
    return .object(content)
  }

  /// Go: `encoding/json` escapes what HTML would take for markup.
  private static func escaped(_ json: JSON) -> String {
    String(decoding: json.serialized(sortedKeys: true), as: UTF8.self)
      .replacing("<", with: "\\u003c").replacing(">", with: "\\u003e").replacing("&", with: "\\u0026")
      .replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
  }
}
