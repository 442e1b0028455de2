import APIMachinery
import ObjectStore
import Synchronization
import VPCAddressing

/// The selectors of the Fargate profiles that are there or being made, parsed once a version.
final class FargateProfileCache: Sendable {
  private struct Entry {
    var key: StoreKey
    var revision: UInt64
    /// `nil` for a profile that takes no pods.
    var matcher: FargateProfileMatcher?
  }

  private let presence = ResourcePresence("fargateprofiles.eks.services.k8s.aws")
  private let entries = Mutex<[Entry]>([])

  /// The profiles that take pods now.
  func matchers(in store: ObjectStore) -> [FargateProfileMatcher] {
    guard presence.isConfirmed(by: store), let page = try? store.list(resource: presence.resource) else {
      return []
    }
    return entries.withLock { entries in
      entries = page.objects.map { object in
        if let known = entries.first(where: { $0.key == object.key && $0.revision == object.revision }) {
          return known
        }
        return Entry(key: object.key, revision: object.revision, matcher: Self.matcher(object.tree))
      }
      return entries.compactMap(\.matcher)
    }
  }

  private static func matcher(_ profile: JSONObject) -> FargateProfileMatcher? {
    let status = profile.object("status")?.string("status") ?? ""
    // A profile that is being made counts: pods that are applied together with it are meant for it.
    guard ["", "CREATING", "ACTIVE"].contains(status), !profile.metadataFields.contains("deletionTimestamp")
    else { return nil }
    let spec = profile.object("spec") ?? JSONObject()
    let selectors = spec.array("selectors").compactMap { selector -> FargateProfileMatcher.Selector? in
      guard let namespace = selector["namespace"]?.stringValue else { return nil }
      let labels = (selector["labels"]?.objectValue ?? JSONObject()).compactMap { member in
        member.value.stringValue.map { (key: member.key, value: $0) }
      }
      return FargateProfileMatcher.Selector(namespace: namespace, labels: labels)
    }
    let name = spec.string("name") ?? profile.metadataFields.string("name") ?? ""
    return FargateProfileMatcher(name: name, selectors: selectors)
  }
}
