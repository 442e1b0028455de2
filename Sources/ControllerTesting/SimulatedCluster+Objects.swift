import APICore
public import APIMachinery
import KubernetesClient

extension SimulatedCluster {
  /// Lets time pass until an object is as it should be.
  ///
  /// ```swift
  /// try await cluster.eventually(Deployment.self, key) { $0.status.availableReplicas == 3 }
  /// ```
  ///
  /// - Returns: The object.
  /// - Throws: ``ExpectationFailure``, which shows how the object is and what became of it meanwhile. A missing object is not
  ///   an error: it is not as it should be yet.
  @discardableResult
  public func eventually<Kind: Resource>(
    _ kind: Kind.Type, _ key: ObjectKey, within limit: Duration = .seconds(600), step: Duration = .seconds(1),
    where isRight: (Kind) throws -> Bool
  ) async throws -> Kind {
    let start = try await client.find(kind, key)
    do {
      try await eventually("what is expected of \(kind.definition.kind) \(key)", within: limit, step: step) {
        try await isRight(client.get(kind, key))
      }
    } catch let failure as ExpectationFailure {
      throw failure.showing(try await account(of: client.find(kind, key), since: start))
    }
    return try await client.get(kind, key)
  }

  /// Lets time pass and makes sure that an object is as it should be all the while.
  public func always<Kind: Resource>(
    _ kind: Kind.Type, _ key: ObjectKey, for duration: Duration, step: Duration = .seconds(1),
    where isRight: (Kind) throws -> Bool
  ) async throws {
    let start = try await client.find(kind, key)
    do {
      try await always("what is expected of \(kind.definition.kind) \(key)", for: duration, step: step) {
        try await isRight(client.get(kind, key))
      }
    } catch let failure as ExpectationFailure {
      throw failure.showing(try await account(of: client.find(kind, key), since: start))
    }
  }

  /// Lets time pass and makes sure that an object never becomes so.
  public func never<Kind: Resource>(
    _ kind: Kind.Type, _ key: ObjectKey, for duration: Duration, step: Duration = .seconds(1),
    where isWrong: (Kind) throws -> Bool
  ) async throws {
    try await always(kind, key, for: duration, step: step) { try !isWrong($0) }
  }

  /// Lets time pass until the objects of a manifest are there with all fields that it names.
  ///
  /// - Throws: ``ExpectationFailure``, which shows the fields that are otherwise.
  public func eventually(matches manifest: String, within limit: Duration = .seconds(600)) async throws {
    let expected = try YAML.parse(manifest).compactMap { document in
      if case .object(let fields) = document.value { DynamicObject(fields: fields) } else { nil }
    }
    do {
      try await eventually("what the manifest says", within: limit) {
        try await deviations(from: expected).isEmpty
      }
    } catch let failure as ExpectationFailure {
      throw failure.showing(try await deviations(from: expected))
    }
  }

  /// The fields of the expected objects that are otherwise.
  private func deviations(from expected: [DynamicObject]) async throws -> [String] {
    var lines: [String] = []
    for object in expected {
      let (resource, object) = try served(object)
      let name = "\(resource.groupResource) \(object.key)"
      guard let live = try await live(resource, object.key) else {
        lines.append("- \(name) is not there")
        continue
      }
      for difference in FlatObject.differences(.object(object.fields), .object(live.fields)) {
        guard let left = difference.left, !left.isEmpty else { continue }
        lines.append("! \(name): \(difference.path) is \(difference.right ?? "absent"), not \(left)")
      }
    }
    return lines
  }

  private func live(
    _ resource: GroupVersionResource, _ key: ObjectKey
  ) async throws(StatusError) -> DynamicObject? {
    do throws(StatusError) {
      return try await client.get(resource, key, subresource: nil, options: GetOptions())
    } catch {
      if error.isNotFound { return nil }
      throw error
    }
  }

  /// How an object is, and what became of it.
  private func account<Kind: Resource>(of object: Kind?, since start: Kind?) -> [String] {
    guard let object else { return [start == nil ? "it is not there" : "it is not there any more"] }
    let now = JSON.object(object.fields)
    let facts = FlatObject.differences(.object(JSONObject()), now).filter {
      $0.path.hasPrefix("spec.") || $0.path.hasPrefix("status.")
    }.prefix(40).map { "  \($0.path): \($0.right ?? "")" }
    guard let start else { return ["it was made meanwhile:"] + facts }
    let changes = FlatObject.differences(.object(start.fields), now).filter {
      !Evidence.isBookkeeping($0.path)
    }.map { "! \($0.path) went from \($0.left ?? "absent") to \($0.right ?? "absent")" }
    return (changes.isEmpty ? ["it did not change meanwhile:"] : changes + ["it is:"]) + facts
  }
}
