/// Where something is declared: a line of a file of a module.
@usableFromInline
struct DeclarationPlace: Sendable, Hashable, CustomStringConvertible {
  /// `Module/File.swift`.
  let file: String
  let line: UInt

  @usableFromInline init(file: StaticString, line: UInt) {
    self.file = "\(file)"
    self.line = line
  }

  @usableFromInline var description: String { "\(file):\(line)" }

  private var module: Substring.UTF8View { file.utf8.prefix { $0 != UInt8(ascii: "/") } }

  /// Whether two places of one module say two things. Modules that know nothing of each other may say the same.
  func differs(from other: DeclarationPlace) -> Bool { self != other && module.elementsEqual(other.module) }
}
