public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Keeps the EndpointSlices of a Service: the addresses of the pods that its selector matches.
///
/// Kubernetes: `pkg/controller/endpointslice`.
public struct EndpointSliceReconciler: Reconciler {
  /// Kubernetes: `--max-endpoints-per-slice`.
  static let limit = 100
  static let manager = "endpointslice-controller.k8s.io"
  static let serviceLabel = "kubernetes.io/service-name"
  static let managerLabel = "endpointslice.kubernetes.io/managed-by"
  static let headlessLabel = "service.kubernetes.io/headless"
  static let triggerAnnotation = "endpoints.kubernetes.io/last-change-trigger-time"

  /// A thousand pods let a Service rest for 0.2 s: each look may write every one of its slices.
  private let pace = ReconcilePace(restPerObject: .microseconds(200))

  public init() {}

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    let slices = existing(key, context)
    guard let service = context.cache.get(Service.self, key), !service.metadata.isBeingDeleted else {
      // The garbage collector takes the slices of a Service that is gone.
      pace.forget(key)
      return .done
    }
    guard !service.spec.selector.isEmpty, service.spec.type != "ExternalName" else { return .done }
    if let wait = pace.wait(key, now: context.now) { return .requeue(after: wait) }
    let matching = context.cache.list(
      Pod.self, namespace: key.namespace, matching: Selector(service.spec.selector))
    let pods = matching.filter(\.isEndpoint)
    pace.note(key, objects: pods.count, now: context.now)
    var sync = ServiceSync(service, slices: slices, context)
    for type in service.addressTypes { try await sync.reconcile(type, pods: pods) }
    try await sync.deleteOtherTypes()
    return .done
  }

  /// The Service's slices that this loop keeps.
  private func existing(_ key: ObjectKey, _ context: ReconcileContext) -> [EndpointSlice] {
    context.cache.list(EndpointSlice.self, index: Self.byService, "\(key)").filter {
      $0.metadata.labels[Self.managerLabel] == Self.manager && !$0.metadata.isBeingDeleted
    }
  }
}

extension EndpointSliceReconciler {
  /// Slices by `namespace/name` of their Service.
  static let byService: IndexName = "endpointslice.service"
}

extension EndpointSliceReconciler {
  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("endpointslice", EndpointSliceReconciler())
      .for(Service.self)
      .watches(EndpointSlice.self) { change in
        let labels = change.object.metadata.labels
        guard labels[managerLabel] == manager, let name = labels[serviceLabel] else { return [] }
        return [ObjectKey(namespace: change.object.metadata.namespace ?? "", name: name)]
      }
      .watches(Pod.self, map: services)
      .reads(Node.self)
      .index(EndpointSlice.self, byService) { slice in
        slice.metadata.labels[serviceLabel].map { ["\(slice.metadata.namespace ?? "")/\($0)"] } ?? []
      }
      .indexByLabels(Pod.self)
      .concurrency(5)
      .component("endpoint-slice-controller")
  }

  /// The Services whose selectors match a pod, before or after its change.
  private static func services(_ change: Change<Pod>, _ cache: Cache) -> [ObjectKey] {
    let selecting = cache.list(Service.self, namespace: change.object.metadata.namespace ?? "")
      .filter { !$0.spec.selector.isEmpty }
    guard !selecting.isEmpty, change.isSeenInSlices else { return [] }
    let pods = [change.old, change.object].compactMap { $0 }
    return selecting.filter { service in
      let selector = service.spec.selector
      return pods.contains { selector.isSubset(of: $0.metadata.labels) }
    }.map(\.key)
  }
}

extension Change where Kind == Pod {
  /// Something changed that a slice shows.
  ///
  /// Kubernetes: `endpointslice/util`, `podEndpointsChanged`.
  fileprivate var isSeenInSlices: Bool {
    guard let old, type == .modified else { return object.status.podIP != nil }
    return old.isReady != object.isReady || old.isTerminating != object.isTerminating
      || old.isOver != object.isOver || old.fields["status"]?["podIPs"] != object.fields["status"]?["podIPs"]
      || old.metadata.labels != object.metadata.labels || old.spec.nodeName != object.spec.nodeName
  }
}
