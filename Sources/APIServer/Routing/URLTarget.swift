/// What a URL names.
///
/// Kubernetes: `apiserver/pkg/endpoints/request.RequestInfoFactory`.
enum URLTarget: Hashable {
  /// `/`, the list of paths.
  case root
  /// `/api`, `/apis`: the groups and versions.
  case coreVersions
  case groups
  /// `/apis/G`.
  case group(String)
  /// `/api/v1`, `/apis/G/V`: the resources of a version.
  case resources(group: String, version: String)
  case resource(ResourceURL)
  /// Anything else, by its segments.
  case path([String])

  /// Reads a path, without its query.
  ///
  /// - Returns: `nil` when an escape is malformed.
  init?(path: Substring) {
    guard let segments = Self.segments(path) else { return nil }
    switch segments.first {
    case nil: self = .root
    case "api":
      self = Self.versioned(group: "", segments.dropFirst()) ?? .coreVersions
    case "apis":
      guard segments.count > 1 else {
        self = .groups
        return
      }
      self = Self.versioned(group: segments[1], segments.dropFirst(2)) ?? .group(segments[1])
    default: self = .path(segments)
    }
  }

  private static func versioned(group: String, _ rest: ArraySlice<String>) -> URLTarget? {
    guard let version = rest.first else { return nil }
    guard let target = ResourceURL(group: group, version: version, rest.dropFirst()) else {
      return .resources(group: group, version: version)
    }
    return .resource(target)
  }

  private static func segments(_ path: Substring) -> [String]? {
    var segments: [String] = []
    segments.reserveCapacity(8)
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      guard let segment = PercentCoding.decode(Substring(part)) else { return nil }
      segments.append(segment)
    }
    return segments
  }
}

/// A resource, an object of it, or something below the object.
struct ResourceURL: Hashable {
  var group: String
  var version: String
  var resource: String
  var namespace: String?
  var name: String?
  var subresource: String?
  /// What follows the subresource.
  var rest: [String] = []

  /// - Returns: `nil` when no resource is named.
  init?(group: String, version: String, _ segments: ArraySlice<String>) {
    self.group = group
    self.version = version
    var segments = segments
    if segments.first == "namespaces", segments.count > 1 {
      let second = segments[segments.startIndex + 1]
      namespace = second
      if segments.count > 2, !Self.isNamespaceSubresource(segments[segments.startIndex + 2]) {
        segments = segments.dropFirst(2)
      }
    }
    guard let resource = segments.popFirst() else { return nil }
    self.resource = resource
    if resource == "namespaces" { namespace = nil }
    name = segments.popFirst()
    subresource = segments.popFirst()
    rest = Array(segments)
  }

  private static func isNamespaceSubresource(_ segment: String) -> Bool {
    segment == "status" || segment == "finalize"
  }
}
