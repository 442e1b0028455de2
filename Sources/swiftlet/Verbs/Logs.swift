import APIMachinery
import ArgumentParser
import KubernetesAPI
import KubernetesClient
import RemoteClient

/// `swiftlet logs`: shows what containers wrote.
struct Logs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what the containers of a pod wrote.",
    discussion:
      "Examples: `logs web-1`, `logs deploy/web -f`, `logs -l app=web --prefix`, `logs web-1 -c app -p`.")

  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "POD, or TYPE/NAME of what has pods; then a container.") var arguments: [String] = []
  @OptionGroup var request: LogRequest
  @Option(name: [.customShort("c"), .long], help: "The container.") var container: String?
  @Option(name: [.customShort("l"), .long], help: "The pods with these labels.") var selector: String?
  @Flag(name: .long, help: "All containers of the pods.") var allContainers = false
  @Flag(name: .long, help: "Put the pod and container before each line.") var prefix = false
  @Flag(name: .long, help: "Go on when one log cannot be read.") var ignoreErrors = false
  @Option(name: .long, help: "The most logs to follow at a time.") var maxLogRequests = 5

  func run() async throws {
    guard arguments.isEmpty != (selector == nil) else {
      throw CommandError(
        selector == nil
          ? "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command\nSee 'swiftlet logs -h' for help and examples"
          : "only a selector (-l) or a POD name is allowed")
    }
    try await connection.withSession { session in
      let sources = try await self.sources(session)
      if sources.isEmpty { Terminal.writeError("No resources found in \(session.namespace) namespace.") }
      if request.follow, sources.count > maxLogRequests {
        throw CommandError(
          "you are attempting to follow \(sources.count) log streams, but maximum allowed concurrency is"
            + " \(maxLogRequests), use --max-log-requests to increase the limit")
      }
      try await show(sources, session)
    }
  }

  private func show(_ sources: [LogSource], _ session: Session) async throws {
    let request = request.withDefaultTail(isForMany: selector != nil)
    let reader = LogReader(session: session, request: request, hasPrefix: prefix, ignoresErrors: ignoreErrors)
    guard request.follow, sources.count > 1 else {
      for source in sources { try await reader.show(source) }
      return
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for source in sources { group.addTask { try await reader.show(source) } }
      try await group.waitForAll()
    }
  }

  private func sources(_ session: Session) async throws -> [LogSource] {
    let pods = try await PodChoice(session: session).pods(arguments.first, selector: selector)
    let named = container ?? arguments.dropFirst().first
    return try pods.flatMap { try LogSource.sources(of: $0, container: named, all: allContainers) }
  }
}

/// The flags that go to the server.
struct LogRequest: ParsableArguments {
  @Flag(name: [.short, .long], help: "Go on and show what is written from now on.") var follow = false
  @Flag(name: [.short, .long], help: "The container's life before its last restart.") var previous = false
  @Flag(name: .long, help: "Put the time before each line.") var timestamps = false
  @Option(name: .long, parsing: .unconditional, help: "So many lines from the end; -1 is all.") var tail: Int?
  @Option(name: .long, help: "What was written in the last 5s, 2m, 3h.") var since: String?
  @Option(name: .long, help: "What was written since a time (RFC 3339).") var sinceTime: String?
  @Option(name: .long, help: "At most so many bytes.") var limitBytes: Int?

  /// Kubernetes: `kubectl logs` shows ten lines of each pod when pods are chosen by label.
  func withDefaultTail(isForMany: Bool) -> LogRequest {
    var request = self
    if isForMany, tail == nil { request.tail = 10 }
    return request
  }

  func path(_ source: LogSource) throws -> String {
    var path = RequestPath(Pod.definition.groupVersionResource, source.pod, subresource: "log")
    path.query("container", source.container)
    if follow { path.query("follow", "true") }
    if previous { path.query("previous", "true") }
    if timestamps { path.query("timestamps", "true") }
    if let tail, tail >= 0 { path.query("tailLines", "\(tail)") }
    if let since {
      let seconds = try Duration(goDuration: since).nanosecondsClamped / 1_000_000_000
      path.query("sinceSeconds", "\(max(1, seconds))")
    }
    path.query("sinceTime", sinceTime)
    path.query("limitBytes", limitBytes.map(String.init))
    return path.text
  }
}

/// One container of one pod.
struct LogSource: Sendable {
  let pod: ObjectKey
  let container: String

  /// Kubernetes: `kubectl logs`: the container asked for, or all, or the default one of the pod, which is told.
  static func sources(of pod: Pod, container: String?, all: Bool) throws -> [LogSource] {
    let names = pod.spec.containers.map(\.name)
    let initial = pod.spec.initContainers.map(\.name)
    if all { return (initial + names).map { LogSource(pod: pod.key, container: $0) } }
    if let container {
      guard (initial + names).contains(container) else {
        throw CommandError("container \(container) is not valid for pod \(pod.key.name)")
      }
      return [LogSource(pod: pod.key, container: container)]
    }
    let annotated = pod.metadata.annotations["kubectl.kubernetes.io/default-container"]
    guard let chosen = annotated.flatMap({ names.contains($0) ? $0 : nil }) ?? names.first else { return [] }
    if annotated == nil, names.count + initial.count > 1 {
      let others = (names + initial.map { "\($0) (init)" }).joined(separator: ", ")
      Terminal.writeError("Defaulted container \"\(chosen)\" out of: \(others)")
    }
    return [LogSource(pod: pod.key, container: chosen)]
  }
}

/// Copies logs to standard output.
struct LogReader: Sendable {
  let session: Session
  let request: LogRequest
  let hasPrefix: Bool
  let ignoresErrors: Bool

  func show(_ source: LogSource) async throws {
    do {
      let stream = try await session.client.stream(RawRequest(path: request.path(source), accept: "*/*"))
      defer { stream.cancel() }
      let prefix = hasPrefix ? "[pod/\(source.pod.name)/\(source.container)] " : ""
      var pending: [UInt8] = []
      while let bytes = try await stream.next() {
        pending += bytes
        guard let end = pending.lastIndex(of: UInt8(ascii: "\n")) else { continue }
        Terminal.write(Self.prefixed(pending[...end], prefix))
        pending.removeSubrange(...end)
      }
      if !pending.isEmpty { Terminal.write(Self.prefixed(pending[...], prefix)) }
    } catch let error as StatusError where ignoresErrors {
      Terminal.writeError("error: \(error.message)")
    }
  }

  private static func prefixed(_ bytes: ArraySlice<UInt8>, _ prefix: String) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard !prefix.isEmpty else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: true).map { "\(prefix)\($0)\n" }.joined()
  }
}
