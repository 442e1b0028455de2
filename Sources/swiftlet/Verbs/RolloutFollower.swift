import APIMachinery
import KubernetesAPI
import KubernetesClient
import RemoteClient

/// Prints each new word about a roll-out until it is complete.
struct RolloutFollower<Kind: RolloutWorkload>: Sendable {
  let session: Session
  let key: ObjectKey

  func follow(timeout: Duration?) async throws {
    guard let timeout else { return try await follow() }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask { [self] in
        try await follow()
        return true
      }
      group.addTask {
        try await Task.sleep(for: timeout)
        return false
      }
      let isComplete = try await group.next() ?? false
      group.cancelAll()
      if !isComplete { throw CommandError("timed out waiting for the condition") }
    }
  }

  private func follow() async throws {
    var display = Display()
    defer { display.live.clear() }
    while true {
      let list = try await session.client.list(
        Kind.self, namespace: key.namespace,
        options: ListOptions(fieldSelector: "metadata.name=\(key.name)"))
      guard let workload = list.items.first else {
        throw StatusError.notFound(Kind.definition.groupResource, name: key.name)
      }
      if try display.show(workload) { return }
      let stream = try await session.client.watch(
        Kind.self, namespace: key.namespace,
        options: WatchOptions(
          fieldSelector: "metadata.name=\(key.name)", resourceVersion: list.resourceVersion))
      defer { stream.cancel() }
      while let events = try await stream.next() {
        for object in events.compactMap(\.object) {
          if try display.show(object.view()) { return }
        }
      }
    }
  }

  /// One line for each new word; on a terminal, bars below them.
  private struct Display {
    var live = LiveView()
    private var last = ""

    mutating func show(_ workload: Kind) throws -> Bool {
      let progress = try workload.progress()
      if progress.text != last {
        live.clear()
        Terminal.writeLine(progress.text)
      }
      last = progress.text
      if !progress.isComplete { live.paint(progress.bars) }
      return progress.isComplete
    }
  }
}
