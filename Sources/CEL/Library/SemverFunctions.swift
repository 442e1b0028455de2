/// A version as `semver.org` 2.0.0 orders it.
struct Semver: Sendable, Comparable {
  var major: UInt64
  var minor: UInt64
  var patch: UInt64
  /// The identifiers behind the hyphen.
  var prerelease: [String]

  /// Reads `1.2.3-alpha.1+build`; the build is dropped.
  ///
  /// - Parameter isNormalizing: Accepts `v1.2`, `1.0` and leading zeros.
  init?(_ text: String, isNormalizing: Bool) {
    var rest = text[...]
    if isNormalizing, rest.first == "v" { rest = rest.dropFirst() }
    if let plus = rest.firstIndex(of: "+") {
      let build = rest[rest.index(after: plus)...]
      guard Self.areIdentifiers(build, allowingLeadingZeros: true) else { return nil }
      rest = rest[..<plus]
    }
    prerelease = []
    if let hyphen = rest.firstIndex(of: "-") {
      let part = rest[rest.index(after: hyphen)...]
      guard Self.areIdentifiers(part, allowingLeadingZeros: false) else { return nil }
      prerelease = part.split(separator: ".").map(String.init)
      rest = rest[..<hyphen]
    }
    var parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    if isNormalizing {
      if parts.count < 3, rest.endIndex != text.endIndex { return nil }
      parts = parts.map { part in
        let stripped = part.drop { $0 == "0" }
        return stripped.isEmpty && !part.isEmpty ? "0" : stripped
      }
      while parts.count < 3 { parts.append("0") }
    }
    guard parts.count == 3, let major = Self.number(parts[0]), let minor = Self.number(parts[1]),
      let patch = Self.number(parts[2])
    else { return nil }
    (self.major, self.minor, self.patch) = (major, minor, patch)
  }

  private static func number(_ text: Substring) -> UInt64? {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 &- 48 < 10 }), text == "0" || text.first != "0" else {
      return nil
    }
    return UInt64(text)
  }

  private static func areIdentifiers(_ text: Substring, allowingLeadingZeros: Bool) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      let isNumeric = part.utf8.allSatisfy { $0 &- 48 < 10 }
      return !part.isEmpty
        && part.unicodeScalars.allSatisfy { $0.isDigit || $0 == "-" || $0.isIdentifierStart && $0 != "_" }
        && (allowingLeadingZeros || !isNumeric || part == "0" || part.first != "0")
    }
  }

  static func < (left: Semver, right: Semver) -> Bool {
    let (a, b) = ((left.major, left.minor, left.patch), (right.major, right.minor, right.patch))
    if a != b { return a < b }
    if left.prerelease.isEmpty || right.prerelease.isEmpty {
      return !left.prerelease.isEmpty && right.prerelease.isEmpty
    }
    for (a, b) in zip(left.prerelease, right.prerelease) where a != b {
      switch (UInt64(a), UInt64(b)) {
      case (let a?, let b?): return a < b
      case (nil, nil): return a.precedesByBytes(b)
      case (let a, _): return a != nil
      }
    }
    return left.prerelease.count < right.prerelease.count
  }
}

/// A version as a value.
final class SemverValue: CELObject {
  let version: Semver

  init(_ version: Semver) {
    self.version = version
  }

  var celType: CELType { .opaque("kubernetes.Semver") }

  func isEqual(to other: any CELObject) -> Bool { (other as? SemverValue)?.version == version }
}

/// Kubernetes: `library/semverlib.go`. The comparisons stand with those of quantities, which share their names.
enum SemverFunctions {
  static let unary: [String: FunctionTable.Unary] = [
    "semver": { (text) throws(CELError) in try semver(text, .bool(false)) },
    "isSemver": { (text) throws(CELError) in .bool(Semver(try text.demandedText, isNormalizing: false) != nil)
    },
    "major": { (value) throws(CELError) in
      .int(Int64(clamping: try value.demanded(SemverValue.self).version.major))
    },
    "minor": { (value) throws(CELError) in
      .int(Int64(clamping: try value.demanded(SemverValue.self).version.minor))
    },
    "patch": { (value) throws(CELError) in
      .int(Int64(clamping: try value.demanded(SemverValue.self).version.patch))
    },
  ]

  static let binary: [String: FunctionTable.Binary] = [
    "semver": semver,
    "isSemver": { (text, normalizes) throws(CELError) in
      .bool(Semver(try text.demandedText, isNormalizing: try normalizes.demandedBool) != nil)
    },
  ]

  @Sendable private static func semver(_ text: CELValue, _ normalizes: CELValue) throws(CELError) -> CELValue
  {
    let text = try text.demandedText
    guard let version = Semver(text, isNormalizing: try normalizes.demandedBool) else {
      throw .evaluation("No Major.Minor.Patch elements found")
    }
    return .object(SemverValue(version))
  }
}
