import APIMachinery
import ArgumentParser
import Foundation
import KubernetesClient
import RemoteClient
import Synchronization

/// The flags that say which cluster a command talks to.
struct ConnectionOptions: ParsableArguments {
  @Option(name: .long, help: "The kubeconfig file to use.") var kubeconfig: String?
  @Option(name: .long, help: "The context of the kubeconfig to use.") var context: String?
  @Option(name: .long, help: "The cluster of the kubeconfig to use.") var cluster: String?
  /// Several make sense to `create rolebinding` alone, whose subjects have the same flag.
  @Option(name: .customLong("user"), help: "The user of the kubeconfig to use.") var users: [String] = []
  @Option(name: [.short, .long], help: "The namespace to work in.") var namespace: String?
  @Option(name: [.customShort("s"), .long], help: "The address of the server.") var server: String?
  @Option(name: .long, help: "The bearer token to show the server.") var token: String?
  @Flag(name: .long, help: "Take any certificate of the server.") var insecureSkipTlsVerify = false
  @Option(name: .long, help: "How long each request may take, and a watch go on: 30s; 0 is without end.")
  var requestTimeout = "0"
  @Option(name: [.customShort("v"), .customLong("v")], help: .hidden) var verbosity: Int?

  /// `nil` is without end.
  var requestLimit: Duration? {
    get throws {
      let limit = try Int(requestTimeout).map { .seconds($0) } ?? Duration(goDuration: requestTimeout)
      return limit == .zero ? nil : limit
    }
  }

  /// Runs `watch`. That it has lasted as long as a request may is its end, and no error.
  func untilTimeLimit(_ watch: () async throws -> Void) async throws {
    let start = ContinuousClock.now
    do { try await watch() } catch let error as StatusError {
      guard let limit = try requestLimit, .now - start >= limit else { throw error }
    }
  }

  /// Opens a session, runs `body` with it and closes it.
  func withSession<Result>(_ body: (Session) async throws -> Result) async throws -> Result {
    let session = try Session(self)
    do {
      let result = try await body(session)
      await session.client.shutdown()
      return result
    } catch {
      await session.client.shutdown()
      throw error
    }
  }
}

/// A connection to one cluster.
final class Session: Sendable {
  let client: RemoteClient
  /// The namespace of `-n`, else the context's, else `default`.
  let namespace: String
  let isNamespaceExplicit: Bool
  private let knownMapper = Mutex<ResourceMapper?>(nil)

  init(_ options: ConnectionOptions) throws {
    let config = try KubeConfig.load(
      explicit: options.kubeconfig, environment: ProcessInfo.processInfo.environment,
      dataFolder: DataFolder.standard.path)
    var configuration = try config.configuration(
      context: options.context, cluster: options.cluster, user: options.users.last)
    if let server = options.server { configuration.server = server }
    if let token = options.token { configuration.authorization = .bearer(token) }
    if options.insecureSkipTlsVerify { configuration.trust = .anything }
    configuration.requestTimeout = try options.requestLimit
    client = try RemoteClient(configuration, onWarning: Self.warnOnce())
    namespace = options.namespace ?? configuration.namespace
    isNamespaceExplicit = options.namespace != nil
  }

  /// Tells each warning of the server once, however often it comes.
  ///
  /// Kubernetes: kubectl's `rest.NewWarningWriter` with `Deduplicate`.
  private static func warnOnce() -> @Sendable (String) -> Void {
    let told = WarningsTold()
    return { text in if told.isNew(text) { Terminal.writeError("Warning: \(text)") } }
  }

  /// The served resources, read from the server once.
  func mapper() async throws -> ResourceMapper {
    if let known = knownMapper.withLock(\.self) { return known }
    let accept =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json"
    var documents: [JSON] = []
    for path in ["/api", "/apis"] {
      documents.append(try await client.json(RawRequest(path: path, accept: accept)))
    }
    let mapper = ResourceMapper(discovery: documents)
    knownMapper.withLock { $0 = mapper }
    return mapper
  }

  /// The key of an object of `resource` in this session's namespace.
  func key(_ resource: ResourceDefinition, _ name: String) -> ObjectKey {
    ObjectKey(namespace: resource.isNamespaced ? namespace : "", name: name)
  }

  /// The key of a named object of `target`.
  func key(_ target: ResourceArguments.Target, _ name: String) -> ObjectKey {
    var key = key(target.resource, name)
    if let namespace = target.namespace, target.resource.isNamespaced { key.namespace = namespace }
    return key
  }

  /// The objects that the arguments name, or all that a selector matches.
  func objects(
    _ target: ResourceArguments.Target, labelSelector: String? = nil, fieldSelector: String? = nil,
    allNamespaces: Bool = false, subresource: String? = nil
  ) async throws -> [DynamicObject] {
    let resource = target.resource.groupVersionResource
    if target.names.isEmpty {
      let scope = target.resource.isNamespaced && !allNamespaces ? namespace : nil
      let options = ListOptions(labelSelector: labelSelector, fieldSelector: fieldSelector)
      return try await client.list(resource, namespace: scope, options: options).items.map {
        completed($0, target.resource)
      }
    }
    var objects: [DynamicObject] = []
    for name in target.names {
      objects.append(
        try await client.get(resource, key(target, name), subresource: subresource, options: GetOptions()))
    }
    return objects
  }

  /// The object as it is now; `nil` when there is none.
  func find(_ target: ObjectTarget) async throws(StatusError) -> DynamicObject? {
    do {
      return try await client.get(
        target.resource.groupVersionResource, target.key, subresource: nil, options: GetOptions())
    } catch  where error.isNotFound {
      return nil
    }
  }

  /// Items of a list do not say what they are.
  private func completed(_ object: DynamicObject, _ resource: ResourceDefinition) -> DynamicObject {
    guard object.kind.isEmpty else { return object }
    return DynamicObject(
      fields: JSONObject(
        uniqueKeysWithValues: [
          ("apiVersion", .string(resource.apiVersion)), ("kind", .string(resource.kind)),
        ] + object.fields.filter { $0.key != "apiVersion" && $0.key != "kind" }))
  }
}

/// Where `swiftlet up` keeps a cluster.
struct DataFolder {
  let path: String

  static var standard: DataFolder {
    let home = ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory()
    return DataFolder(path: "\(home)/.swiftlet")
  }
}

/// The warnings that were shown.
private final class WarningsTold: Sendable {
  private let texts = Mutex<Set<String>>([])

  func isNew(_ text: String) -> Bool { texts.withLock { $0.insert(text).inserted } }
}
