import APIMachinery
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// Fetches what belongs to an object (its pods, its slices, its events) and describes it all.
struct ObjectDescriber {
  let session: Session
  let showsEvents: Bool
  let now: Timestamp

  func text(of object: DynamicObject, _ resource: ResourceDefinition) async throws -> String {
    var text = DescriptionText(now: now)
    if try await !describeWorkload(object, resource, &text), try await !describeCloud(object, resource, &text)
    {
      describePlain(object, resource, &text)
    }
    if showsEvents, Self.hasEvents(resource) { text.events(try await events(of: object)) }
    return text.text
  }

  /// The kinds whose description ends without events, as in kubectl.
  private static func hasEvents(_ resource: ResourceDefinition) -> Bool {
    !["secrets", "namespaces", "resourcequotas", "limitranges"].contains(resource.groupResource.description)
  }

  private func describeWorkload(
    _ object: DynamicObject, _ resource: ResourceDefinition, _ text: inout DescriptionText
  ) async throws -> Bool {
    switch resource.groupResource.description {
    case "pods": text.describe(object.view(as: Pod.self))
    case "nodes": try await describeNode(object.view(), &text)
    case "services":
      let slices: [EndpointSlice] = try await list(
        object.key.namespace, "kubernetes.io/service-name=\(object.key.name)")
      text.describe(object.view(as: Service.self), slices: slices)
    case "deployments.apps":
      let sets: [ReplicaSet] = try await owned(by: object)
      text.describe(object.view(as: Deployment.self), replicaSets: sets)
    case "replicasets.apps":
      let pods: [Pod] = try await owned(by: object)
      text.describe(object.view(as: ReplicaSet.self), pods: pods)
    case "daemonsets.apps":
      let pods: [Pod] = try await owned(by: object)
      text.describe(object.view(as: DaemonSet.self), pods: pods)
    case "statefulsets.apps":
      let pods: [Pod] = try await owned(by: object)
      text.describe(object.view(as: StatefulSet.self), pods: pods)
    case "persistentvolumeclaims":
      text.describe(object.view(as: PersistentVolumeClaim.self), pods: try await pods(mounting: object))
    case "namespaces":
      text.describe(
        object.view(as: Namespace.self), quotas: try await list(object.key.name),
        ranges: try await list(object.key.name))
    case "persistentvolumes": text.describe(object.view(as: PersistentVolume.self))
    case "storageclasses.storage.k8s.io": text.describe(object.view(as: StorageClass.self))
    default: return false
    }
    return true
  }

  private func pods(mounting claim: DynamicObject) async throws -> [Pod] {
    let pods: [Pod] = try await list(claim.key.namespace)
    return pods.filter { pod in
      pod.spec.volumes.contains { $0.persistentVolumeClaim?.claimName == claim.key.name }
    }
  }

  private func describeCloud(
    _ object: DynamicObject, _ resource: ResourceDefinition, _ text: inout DescriptionText
  ) async throws -> Bool {
    switch resource.groupResource.description {
    case "nodegroups.eks.services.k8s.aws": try await describeNodeGroup(object.view(), &text)
    case "fargateprofiles.eks.services.k8s.aws": try await describeFargateProfile(object.view(), &text)
    case "subnets.ec2.services.k8s.aws":
      let subnet: Subnet = object.view()
      text.describe(subnet, interfaces: try await interfaces { $0.status.subnetID == subnet.status.subnetID })
    case "instances.ec2.services.k8s.aws":
      let instance: Instance = object.view()
      text.describe(
        instance,
        interfaces: try await interfaces { $0.status.attachment?.instanceID == instance.status.instanceID })
    case "networkinterfaces.ec2.services.k8s.aws": text.describe(object.view(as: NetworkInterface.self))
    default: return false
    }
    return true
  }

  private func describePlain(
    _ object: DynamicObject, _ resource: ResourceDefinition, _ text: inout DescriptionText
  ) {
    switch resource.groupResource.description {
    case "jobs.batch": text.describe(object.view(as: Job.self))
    case "cronjobs.batch": text.describe(object.view(as: CronJob.self))
    case "resourcequotas": text.describe(object.view(as: ResourceQuota.self))
    case "limitranges": text.describe(object.view(as: LimitRange.self))
    case "configmaps": text.describe(object.view(as: ConfigMap.self))
    case "secrets": text.describe(object.view(as: Secret.self))
    case "serviceaccounts": text.describe(object.view(as: ServiceAccount.self))
    case "endpointslices.discovery.k8s.io": text.describe(object.view(as: EndpointSlice.self))
    case "poddisruptionbudgets.policy": text.describe(object.view(as: PodDisruptionBudget.self))
    case "priorityclasses.scheduling.k8s.io": text.describe(object.view(as: PriorityClass.self))
    default: text.describe(object)
    }
  }
}

// MARK: - What belongs to an object

extension ObjectDescriber {
  private func list<Kind: Resource>(_ namespace: String?, _ labels: String? = nil) async throws -> [Kind] {
    try await session.client.list(
      Kind.self, namespace: namespace, options: ListOptions(labelSelector: labels)
    ).items
  }

  private func owned<Kind: Resource>(by object: DynamicObject) async throws -> [Kind] {
    let all: [Kind] = try await list(object.key.namespace)
    return all.filter { $0.metadata.controller?.uid == object.metadata.uid }
  }

  private func describeNode(_ node: Node, _ text: inout DescriptionText) async throws {
    let name = node.metadata.name ?? ""
    let lease = try await session.client.find(Lease.self, ObjectKey(namespace: "kube-node-lease", name: name))
    let selector = "spec.nodeName=\(name),status.phase!=Failed,status.phase!=Succeeded"
    let pods = try await session.client.list(Pod.self, options: ListOptions(fieldSelector: selector))
    text.describe(node, lease: lease, pods: pods.items)
  }

  private func describeNodeGroup(_ group: NodeGroup, _ text: inout DescriptionText) async throws {
    let nodes: [Node] = try await list(nil, "eks.amazonaws.com/nodegroup=\(group.spec.name)")
    text.describe(group, nodes: nodes)
  }

  private func describeFargateProfile(_ profile: FargateProfile, _ text: inout DescriptionText) async throws {
    let pods: [Pod] = try await list(nil, "eks.amazonaws.com/fargate-profile=\(profile.spec.name)")
    text.describe(profile, pods: pods)
  }

  private func interfaces(
    where matches: (NetworkInterface) -> Bool
  ) async throws -> [NetworkInterface] {
    let all: [NetworkInterface] = try await list(nil)
    return all.filter(matches)
  }

  /// The events about the object. A node's events carry its name for an ID where the kubelet wrote them.
  private func events(of object: DynamicObject) async throws -> [Event] {
    let (namespace, name) = (object.key.namespace, object.key.name)
    let selector = "involvedObject.name=\(name),involvedObject.kind=\(object.kind)"
    let found = try await session.client.list(
      Event.self, namespace: namespace.isEmpty ? nil : namespace,
      options: ListOptions(fieldSelector: selector))
    let ids = [nil, "", name, object.metadata.uid]
    return found.items.filter { ids.contains($0.involvedObject.uid) }
  }
}
