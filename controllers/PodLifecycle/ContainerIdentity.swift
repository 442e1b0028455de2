/// The identifiers that a container runtime hands out, made from what identifies the container.
struct ContainerIdentity {
  private let seed: UInt64

  /// - Parameter machine: Whose runtime it is; empty where that is not known.
  init(podUID: String, container: String, machine: String = "") {
    seed = Self.hash(machine, Self.hash(container, Self.hash(podUID)))
  }

  func containerID(restart: Int) -> String {
    "containerd://" + Self.digest(seed &+ UInt64(restart))
  }

  /// The image's name with its registry and tag, as containerd writes it: `docker.io/library/nginx:1.29`.
  static func normalized(_ image: String) -> String {
    let bytes = image.utf8
    func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@") }
    var name = image
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      let first = bytes[..<slash]
      let hasRegistry =
        first.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
        || first.elementsEqual("localhost".utf8)
      if !hasRegistry { name = "docker.io/" + image }
    } else {
      name = "docker.io/library/" + image
    }
    let last = bytes.lastIndex(of: UInt8(ascii: "/")) ?? bytes.startIndex
    return bytes[last...].contains(where: isMark) ? name : name + ":latest"
  }

  /// The repository and a digest: `docker.io/library/nginx@sha256:...`.
  ///
  /// - Parameter name: The normalized name of the image.
  static func imageID(of name: String) -> String {
    var name = name
    let end = name.withUTF8 { bytes -> Int? in
      if bytes.contains(UInt8(ascii: "@")) { return nil }
      let start = bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0
      return bytes[start...].lastIndex(of: UInt8(ascii: ":")) ?? bytes.count
    }
    guard let end else { return name }
    return String(decoding: name.utf8.prefix(end), as: UTF8.self) + "@sha256:" + digest(hash(name))
  }

  private static func hash(_ text: String, _ start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var text = text
    return text.withUTF8 { $0.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } }
  }

  /// 64 hexadecimal digits drawn from `seed`.
  private static func digest(_ seed: UInt64) -> String {
    var state = seed
    return String(unsafeUninitializedCapacity: 64) { buffer in
      for word in 0..<4 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        mixed ^= mixed >> 31
        for digit in 0..<16 {
          let value = UInt8(truncatingIfNeeded: mixed >> UInt64(60 - digit * 4)) & 15
          buffer[word * 16 + digit] = value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
        }
      }
      return 64
    }
  }
}
