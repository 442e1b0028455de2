import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// One look at a claim.
struct Binding {
  private let claim: PersistentVolumeClaim
  private let context: ReconcileContext

  init(_ claim: PersistentVolumeClaim, _ context: ReconcileContext) {
    self.claim = claim
    self.context = context
  }

  // MARK: - A claim that has a volume

  /// Sees whether both sides of a binding still agree.
  func check() async throws {
    guard let volume = try await ownVolume() else {
      return try await lose(
        "ClaimLost", "Bound claim has lost its PersistentVolume. Data on the volume is lost!")
    }
    guard volume.spec.claimRef == nil || volume.isReserved(for: claim) else {
      return try await lose(
        "ClaimMisbound", "Two claims are bound to the same volume, this one is bound incorrectly")
    }
    try await bind(volume)
  }

  /// The volume that the claim names. Before a claim is given up for what a cache shows, which may be behind, the API is
  /// asked.
  private func ownVolume() async throws -> PersistentVolume? {
    let key = ObjectKey(name: claim.spec.volumeName ?? "")
    if let known = context.cache.get(PersistentVolume.self, key),
      known.spec.claimRef == nil || known.isReserved(for: claim)
    {
      return known
    }
    return try await context.client.find(PersistentVolume.self, key)
  }

  private func lose(_ reason: String, _ message: String) async throws {
    guard !claim.isLost else { return }
    context.events.warning(claim, reason, message)
    try await patchStatus(["phase": "Lost"])
  }

  // MARK: - A claim that has none

  func find() async throws {
    if try await takeDefaultClass() { return }
    if let name = claim.spec.volumeName, !name.isEmpty { return try await findVolume(named: name) }
    let kind = context.cache.get(StorageClass.self, ObjectKey(name: claim.className))
    let waits = kind?.waitsForConsumer == true && claim.selectedNode == nil
    let best = PersistentVolume.bestMatch(
      for: claim, among: context.cache.list(PersistentVolume.self), onlyReserved: waits)
    if let best { return try await bind(best) }
    if waits {
      sayThatItWaits()
    } else if claim.className.isEmpty {
      context.events.normal(
        claim, "FailedBinding",
        "no persistent volumes available for this claim and no storage class is set")
    } else {
      try await askForVolume(kind)
    }
  }

  /// A claim that names no class takes the default one as soon as there is one.
  ///
  /// Kubernetes: `assignDefaultStorageClass`.
  private func takeDefaultClass() async throws -> Bool {
    guard claim.spec.storageClassName == nil, claim.className.isEmpty, claim.spec.volumeName == nil,
      let name = context.cache.list(StorageClass.self).defaultClass?.metadata.name
    else { return false }
    try await tolerating(.notFound) {
      try await context.client.patch(
        PersistentVolumeClaim.self, claim.key, .merge(["spec": ["storageClassName": .string(name)]]))
    }
    return true
  }

  private func findVolume(named name: String) async throws {
    guard let volume = context.cache.get(PersistentVolume.self, ObjectKey(name: name)) else { return }
    if volume.isReserved(for: claim) { return try await bind(volume) }
    guard volume.spec.claimRef == nil else {
      return context.events.warning(
        claim, "FailedBinding", "volume \"\(name)\" already bound to a different claim.")
    }
    if let reason = volume.mismatch(with: claim) {
      return context.events.warning(
        claim, "VolumeMismatch", "Cannot bind to requested volume \"\(name)\": \(reason)")
    }
    try await bind(volume)
  }

  private func sayThatItWaits() {
    let pods = context.cache.list(Pod.self, index: ClaimProtection.podsByClaim, "\(claim.key)")
      .filter { $0.spec.nodeName == nil && !$0.isOver }.compactMap(\.metadata.name)
    if pods.isEmpty {
      context.events.normal(
        claim, "WaitForFirstConsumer", "waiting for first consumer to be created before binding")
    } else {
      context.events.normal(
        claim, "WaitForPodScheduled",
        "waiting for pod\(pods.count > 1 ? "s" : "") \(pods.joined(separator: ",")) to be scheduled")
    }
  }

  /// Leaves the claim to the driver of its class.
  private func askForVolume(_ kind: StorageClass?) async throws {
    guard let kind else {
      return context.events.warning(
        claim, "ProvisioningFailed", "storageclass.storage.k8s.io \"\(claim.className)\" not found")
    }
    guard kind.isProvisioned else {
      return context.events.warning(
        claim, "ProvisioningFailed", "no volume plugin matched name: \(kind.provisioner)")
    }
    if claim.metadata.annotations[VolumeAnnotation.provisioner] != kind.driver {
      let marks: JSONObject = [
        VolumeAnnotation.betaProvisioner: .string(kind.driver),
        VolumeAnnotation.provisioner: .string(kind.driver),
      ]
      try await patch(["metadata": ["annotations": .object(marks)]])
    }
    context.events.normal(
      claim, "ExternalProvisioning",
      "Waiting for a volume to be created either by the external provisioner '\(kind.driver)' or manually by the "
        + "system administrator. If volume creation is delayed, please verify that the provisioner is running and "
        + "correctly registered.")
  }

  // MARK: - The four writes

  /// Ties claim and volume together: the volume's side first, so that no other claim gets it; what is written already is
  /// passed over.
  private func bind(_ volume: PersistentVolume) async throws {
    var volume = volume
    if volume.spec.claimRef?.uid ?? "" == "" {
      var change: JSONObject = ["spec": ["claimRef": claim.reference.json]]
      if volume.spec.claimRef == nil {
        change["metadata"] = ["annotations": [VolumeAnnotation.boundByController: "yes"]]
      }
      volume = try await context.client.patch(
        PersistentVolume.self, volume.key, .merge(.object(change.requiring(volume.metadata.resourceVersion))))
    }
    try await volume.set(phase: "Bound", context)
    try await bindClaim(to: volume)
    guard claim.status.phase != "Bound" else { return }
    try await patchStatus([
      "phase": "Bound", "accessModes": volume.spec.fields["accessModes"] ?? .array([]),
      "capacity": ["storage": volume.capacity.json],
    ])
  }

  private func bindClaim(to volume: PersistentVolume) async throws {
    guard !claim.isBound else { return }
    var marks: JSONObject = [VolumeAnnotation.bindCompleted: "yes"]
    if claim.spec.volumeName ?? "" == "" { marks[VolumeAnnotation.boundByController] = "yes" }
    try await patch([
      "metadata": ["annotations": .object(marks)],
      "spec": ["volumeName": .string(volume.metadata.name ?? "")],
    ])
  }

  private func patch(_ change: JSONObject) async throws {
    try await tolerating(.notFound) {
      try await context.client.patch(PersistentVolumeClaim.self, claim.key, .merge(.object(change)))
    }
  }

  private func patchStatus(_ status: JSONObject) async throws {
    try await tolerating(.notFound) {
      try await context.client.patch(
        PersistentVolumeClaim.self, claim.key, .merge(["status": .object(status)]), subresource: "status")
    }
  }
}

extension PersistentVolume {
  /// Writes the phase, if it is another one.
  func set(phase: String, reason: String? = nil, message: String? = nil, _ context: ReconcileContext)
    async throws
  {
    guard status.phase != phase else { return }
    let change: JSONObject = [
      "phase": .string(phase), "lastPhaseTransitionTime": context.now.json,
      "reason": reason.map { .string($0) } ?? .null, "message": message.map { .string($0) } ?? .null,
    ]
    try await tolerating(.notFound) {
      try await context.client.patch(
        PersistentVolume.self, key, .merge(["status": .object(change)]), subresource: "status")
    }
  }
}
