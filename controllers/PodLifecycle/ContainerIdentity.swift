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
  static func imageID(of image: String) -> String {
    let name = normalized(image)
    if name.contains("@") { return name }
    let bytes = name.utf8
    let start = bytes.lastIndex(of: UInt8(ascii: "/")) ?? bytes.startIndex
    let repository = bytes[start...].lastIndex(of: UInt8(ascii: ":")).map { name[..<$0] } ?? name[...]
    return "\(repository)@sha256:\(digest(hash(name)))"
  }

  private static func hash(_ text: String, _ start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// 64 hexadecimal digits drawn from `seed`.
  private static func digest(_ seed: UInt64) -> String {
    var state = seed
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 64) { buffer in
      for word in 0..<4 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        mixed ^= mixed >> 31
        for digit in 0..<16 {
          buffer[word * 16 + digit] = digits[Int((mixed >> UInt64(60 - digit * 4)) & 15)]
        }
      }
      return 64
    }
  }
}
