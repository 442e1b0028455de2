/// An API group and version: `apps/v1`, or `v1` of the core group, whose name is empty.
public struct GroupVersion: Sendable, Hashable, CustomStringConvertible {
  public var group: String
  public var version: String

  @inlinable public init(group: String, version: String) {
    self.group = group
    self.version = version
  }

  /// Reads an `apiVersion`; `nil` when it is empty or has more than one slash.
  public init?(apiVersion: String) {
    let bytes = apiVersion.utf8
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      if bytes.isEmpty { return nil }
      self.init(group: "", version: apiVersion)
      return
    }
    let (group, version) = (bytes[..<slash], bytes[slash...].dropFirst())
    guard !group.isEmpty, !version.isEmpty, !version.contains(UInt8(ascii: "/")) else { return nil }
    self.init(group: String(Substring(group)), version: String(Substring(version)))
  }

  /// As `apiVersion` is written.
  public var description: String { group.isEmpty ? version : "\(group)/\(version)" }
}

/// The name of a kind in a version of its group.
public struct GroupVersionKind: Sendable, Hashable, CustomStringConvertible {
  public var group: String
  public var version: String
  public var kind: String

  @inlinable public init(group: String, version: String, kind: String) {
    self.group = group
    self.version = version
    self.kind = kind
  }

  public var groupVersion: GroupVersion { GroupVersion(group: group, version: version) }
  public var apiVersion: String { groupVersion.description }

  /// As Kubernetes' messages write it: `apps/v1, Kind=Deployment`.
  public var description: String { "\(groupVersion), Kind=\(kind)" }
}

/// The name of a resource (the plural in a URL) in a version of its group.
public struct GroupVersionResource: Sendable, Hashable, CustomStringConvertible {
  public var group: String
  public var version: String
  public var resource: String

  @inlinable public init(group: String, version: String, resource: String) {
    self.group = group
    self.version = version
    self.resource = resource
  }

  /// Groups, versions and resources are DNS names, in which characters are bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(mixed) }

  /// What dictionaries ask: the mixed words need no ``Swift/Hasher``, which costs more than they do.
  public func _rawHashValue(seed: Int) -> Int { TextHash.mix(mixed, seed: seed) }

  private var mixed: UInt64 { resource.textHash(from: version.textHash(from: group.textHash)) }

  public var groupVersion: GroupVersion { GroupVersion(group: group, version: version) }
  public var groupResource: GroupResource { GroupResource(group: group, resource: resource) }
  public var description: String { "\(groupVersion), Resource=\(resource)" }
}

/// The name of a resource whatever its version: what the store keys objects by.
public struct GroupResource: Sendable, Hashable, CustomStringConvertible {
  public var group: String
  public var resource: String

  @inlinable public init(group: String, resource: String) {
    self.group = group
    self.resource = resource
  }

  /// `deployments.apps`, or `pods` in the core group: as Kubernetes' messages name it.
  public var description: String { group.isEmpty ? resource : "\(resource).\(group)" }
}
