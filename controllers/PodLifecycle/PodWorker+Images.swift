import APIMachinery
import KubernetesAPI

extension PodWorker {
  /// Sees to it that the node has a container's image.
  ///
  /// Kubernetes: kubelet `images/image_manager.go`, `EnsureImageExists`.
  /// - Returns: True when it is there.
  mutating func pullImage(_ index: Int) -> Bool {
    let run = containers[index]
    if run.memory.hasImage { return true }
    let image = run.spec.image ?? ""
    guard Self.isValidReference(image) else {
      return refuse(
        index, "InvalidImageName",
        "Failed to apply default image tag \"\(image)\": couldn't parse image name \"\(image)\": invalid reference format"
      )
    }
    let isHere = isPresent(image)
    switch Self.policy(of: run.spec) {
    case "Never" where !isHere:
      return refuse(
        index, "ErrImageNeverPull", "Container image \"\(image)\" is not present with pull policy of Never")
    case "Always": return fetch(index, image, isHere: isHere)
    case _ where isHere:
      report(
        "Pulled", "Container image \"\(image)\" already present on machine and can be accessed by the pod",
        about: run)
      containers[index].memory.hasImage = true
      containers[index].memory.imageReadyAt = now
      return true
    default: return fetch(index, image, isHere: false)
    }
  }

  /// Kubernetes: `Always` for the tag `latest`, else `IfNotPresent`.
  static func policy(of container: Container) -> String {
    if let policy = container.imagePullPolicy { return policy }
    return ContainerIdentity.normalized(container.image ?? "").hasSuffix(":latest")
      ? "Always" : "IfNotPresent"
  }

  private mutating func fetch(_ index: Int, _ image: String, isHere: Bool) -> Bool {
    if let retryAt = containers[index].memory.pulls.retryAt, retryAt > now {
      showPullBackOff(index, image, until: retryAt)
      return false
    }
    let run = containers[index]
    let time = isHere ? latencies.imageCheck : latencies.imagePull
    let duration = run.behaviour.pullTakes.map { isHere ? .zero : $0 } ?? latencies.scaled(time)
    if run.memory.imageReadyAt == nil {
      report("Pulling", "Pulling image \"\(image)\"", about: run)
    }
    let readyAt = run.memory.imageReadyAt ?? now + duration
    containers[index].memory.imageReadyAt = readyAt
    if readyAt > now {
      wake(at: readyAt)
      return false
    }
    if let failing = run.behaviour.failingPulls, run.memory.pulls.failed < failing {
      return failPull(index, image, at: readyAt)
    }
    let took = duration.goDescription
    let size = Self.size(of: image)
    report(
      "Pulled",
      "Successfully pulled image \"\(image)\" in \(took) (\(took) including waiting). Image size: \(size) bytes.",
      about: run)
    containers[index].memory.hasImage = true
    containers[index].memory.pulls = PullAttempts()
    fetchedImages.append(image)
    return true
  }

  private mutating func failPull(_ index: Int, _ image: String, at time: Timestamp) -> Bool {
    let reference = ContainerIdentity.normalized(image)
    let message =
      "failed to pull and unpack image \"\(reference)\": failed to resolve reference \"\(reference)\": "
      + "\(reference): not found"
    containers[index].memory.imageReadyAt = nil
    containers[index].memory.pulls.failed += 1
    containers[index].memory.pulls.failedAt = time
    report(
      "Failed", "Failed to pull image \"\(image)\": \(message)", about: containers[index], isWarning: true)
    report("Failed", "Error: ErrImagePull", about: containers[index], isWarning: true)
    containers[index].setWaiting("ErrImagePull", message: message)
    wake(at: time + Self.resyncAfterPull)
    return false
  }

  /// How long `ErrImagePull` is shown before `ImagePullBackOff`.
  private static let resyncAfterPull: Duration = .seconds(2)

  private mutating func showPullBackOff(_ index: Int, _ image: String, until retryAt: Timestamp) {
    let run = containers[index]
    let failedAt = run.memory.pulls.failedAt ?? now
    guard failedAt + Self.resyncAfterPull <= now else {
      wake(at: failedAt + Self.resyncAfterPull)
      return
    }
    wake(at: retryAt)
    if run.status.state?.waiting?.reason == "ImagePullBackOff" { return }
    report("BackOff", "Back-off pulling image \"\(image)\"", about: run)
    report("Failed", "Error: ImagePullBackOff", about: run, isWarning: true)
    let cause = run.status.state?.waiting?.message ?? ""
    containers[index].setWaiting(
      "ImagePullBackOff", message: "Back-off pulling image \"\(image)\": ErrImagePull: \(cause)")
  }

  private mutating func refuse(_ index: Int, _ reason: String, _ message: String) -> Bool {
    if containers[index].status.state?.waiting?.reason != reason {
      report("Failed", "Error: \(reason)", about: containers[index], isWarning: true)
      containers[index].setWaiting(reason, message: message)
    }
    return false
  }

  /// A coarse check of an image reference: no blanks, and no capitals in the repository.
  static func isValidReference(_ image: String) -> Bool {
    var image = image
    return image.withUTF8 { bytes in
      guard !bytes.isEmpty, !bytes.contains(UInt8(ascii: " ")) else { return false }
      let path = bytes.split(separator: UInt8(ascii: "/")).last ?? bytes[...]
      let repository = path.prefix { $0 != UInt8(ascii: ":") }
      return !repository.isEmpty && !repository.contains { $0 >= 0x41 && $0 <= 0x5A }
    }
  }

  private static func size(of image: String) -> Int {
    20_000_000 + Int(image.utf8.reduce(UInt32(17)) { $0 &* 31 &+ UInt32($1) } % 180_000_000)
  }
}
