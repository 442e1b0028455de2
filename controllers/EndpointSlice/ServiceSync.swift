import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// One look at a Service: its slices, and the writes that bring them in line with the pods.
struct ServiceSync {
  let service: Service
  let slices: [EndpointSlice]
  let context: ReconcileContext
  /// The zones of the nodes asked for so far.
  private var zones: [String: String?] = [:]

  init(_ service: Service, slices: [EndpointSlice], _ context: ReconcileContext) {
    self.service = service
    self.slices = slices
    self.context = context
  }

  /// Brings the slices of one address type in line.
  ///
  /// Pods whose named ports have different numbers lie in different slices.
  mutating func reconcile(_ type: String, pods: [Pod]) async throws {
    var groups = groups(type, pods: pods)
    let existing = slices.filter { $0.addressType == type }
    for slice in existing where !groups.contains(where: { $0.ports == EndpointPorts(of: slice) }) {
      groups.append((EndpointPorts(of: slice), []))
    }
    for (ports, endpoints) in groups {
      let same = existing.filter { EndpointPorts(of: $0) == ports }
      let plan = SlicePlan(existing: same, wanted: endpoints, limit: EndpointSliceReconciler.limit)
      try await carryOut(plan, ports: ports, type: type)
    }
  }

  /// Deletes the slices of an address type that the Service no longer has.
  func deleteOtherTypes() async throws {
    for slice in slices where !service.addressTypes.contains(slice.addressType) { try await delete(slice) }
  }

  /// The endpoints by their ports, in the order of the pods.
  private mutating func groups(_ type: String, pods: [Pod]) -> [(ports: EndpointPorts, endpoints: [Endpoint])]
  {
    var groups: [(ports: EndpointPorts, endpoints: [Endpoint])] = []
    for pod in pods {
      let addresses = pod.addresses(ofType: type)
      guard !addresses.isEmpty else { continue }
      let ports = EndpointPorts(service, on: pod)
      let endpoint = Endpoint(pod, of: service, addresses: addresses, zone: zone(of: pod.spec.nodeName))
      if let last = groups.indices.last, groups[last].ports == ports {
        groups[last].endpoints.append(endpoint)
      } else if let index = groups.firstIndex(where: { $0.ports == ports }) {
        groups[index].endpoints.append(endpoint)
      } else {
        groups.append((ports, [endpoint]))
      }
    }
    return groups
  }

  private mutating func zone(of node: String?) -> String? {
    guard let node else { return nil }
    if let known = zones[node] { return known }
    let labels = context.cache.get(Node.self, ObjectKey(name: node))?.metadata.labels
    let zone = labels?["topology.kubernetes.io/zone"]
    zones[node] = .some(zone)
    return zone
  }

  // MARK: - Writes

  private func carryOut(_ plan: SlicePlan, ports: EndpointPorts, type: String) async throws {
    for slice in plan.deletes { try await delete(slice) }
    for (slice, endpoints) in plan.updates {
      var changed = slice
      changed.endpoints = endpoints
      decorate(&changed)
      try await context.client.update(changed)
    }
    // Slices of a Service that is gone would be collected, and made again for as long as the cache shows it.
    if !plan.creates.isEmpty { try await context.client.requirePresent(service) }
    for endpoints in plan.creates {
      var slice = EndpointSlice {
        $0.metadata.generateName = "\(service.metadata.name ?? "")-"
        $0.metadata.namespace = service.metadata.namespace
        $0.metadata.ownerReferences = [OwnerReference(controller: service)]
        $0.addressType = type
        $0.endpoints = endpoints
        $0.ports = ports.ports
      }
      decorate(&slice)
      try await context.client.create(slice)
    }
  }

  /// Labels a slice as the Service's and ours.
  private func decorate(_ slice: inout EndpointSlice) {
    var labels = service.metadata.labels
    labels[EndpointSliceReconciler.serviceLabel] = service.metadata.name
    labels[EndpointSliceReconciler.managerLabel] = EndpointSliceReconciler.manager
    labels[EndpointSliceReconciler.headlessLabel] = service.spec.clusterIP == "None" ? "" : nil
    slice.metadata.labels = labels
    var annotations = slice.metadata.annotations
    annotations[EndpointSliceReconciler.triggerAnnotation] = context.now.json.stringValue
    slice.metadata.annotations = annotations
  }

  private func delete(_ slice: EndpointSlice) async throws {
    let options = DeleteOptions(preconditionUID: slice.metadata.uid)
    try await tolerating(.notFound) {
      try await context.client.delete(EndpointSlice.self, slice.key, options: options)
    }
  }
}
