import APIMachinery
import KubernetesClient
import RemoteClient

/// A patch sent to objects, and what is said of each.
struct ObjectChange {
  var print: PrintOptions
  var dryRun = DryRun.none
  /// What is said of an object that has changed.
  let verb: String
  /// What is said of an object that has not changed, if that is worth telling.
  var unchangedVerb: String?
  let manager: String

  /// - Parameter isChanged: Whether the patch changes the object; as the server tells, if not said.
  /// - Returns: The object as it is now.
  @discardableResult func send(
    _ patch: KubernetesClient.Patch, to object: DynamicObject, of resource: ResourceDefinition,
    subresource: String? = nil, _ session: Session, isChanged: Bool? = nil, isSilent: Bool = false
  ) async throws -> DynamicObject {
    var result = object
    if dryRun != .client {
      result = try await session.client.patch(
        resource.groupVersionResource, object.key, subresource: subresource, patch: patch,
        options: WriteOptions(fieldManager: manager, isDryRun: dryRun == .server))
    }
    if !isSilent {
      let isNew = result.metadata.resourceVersion != object.metadata.resourceVersion
      try say(result, isChanged: isChanged ?? (isNew || dryRun != .none))
    }
    return result
  }

  func say(_ object: DynamicObject, isChanged: Bool) throws {
    let what = isChanged ? verb : unchangedVerb ?? verb
    try print.say(object, what + dryRun.suffix)
  }
}
