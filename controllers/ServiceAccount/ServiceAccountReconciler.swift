public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Gives each namespace its ServiceAccount `default`, and the certificate by which pods know the API server.
///
/// Kubernetes: `pkg/controller/serviceaccount/serviceaccounts_controller.go`; `pkg/controller/certificates/rootcacertpublisher`.
public struct ServiceAccountReconciler: Reconciler {
  static let accountName = "default"
  static let certificateName = "kube-root-ca.crt"

  private let rootCertificate: String?

  /// - Parameter rootCertificate: The API server's CA in PEM; without it no ConfigMap is published.
  public init(rootCertificate: String? = nil) {
    self.rootCertificate = rootCertificate
  }

  /// - Parameter key: The name of a namespace.
  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let namespace = context.cache.get(Namespace.self, key) else { return .done }
    guard !namespace.metadata.isBeingDeleted else { return .done }
    do throws(StatusError) {
      try await ensureAccount(in: key.name, context)
      try await ensureCertificate(in: key.name, context)
    } catch {
      // Made meanwhile by somebody else, or the namespace is on its way out: the watch will say so.
      guard error.isAlreadyExists || error.isNamespaceTerminating else { throw error }
    }
    return .done
  }

  private func ensureAccount(in namespace: String, _ context: ReconcileContext) async throws(StatusError) {
    let key = ObjectKey(namespace: namespace, name: Self.accountName)
    guard context.cache.get(ServiceAccount.self, key) == nil else { return }
    try await context.client.create(
      ServiceAccount {
        $0.metadata.name = key.name
        $0.metadata.namespace = namespace
      })
  }

  private func ensureCertificate(in namespace: String, _ context: ReconcileContext) async throws(StatusError)
  {
    guard let rootCertificate else { return }
    let key = ObjectKey(namespace: namespace, name: Self.certificateName)
    let present = context.cache.get(ConfigMap.self, key)
    if present?.data["ca.crt"] == rootCertificate { return }
    var wanted = present ?? newCertificate(key)
    wanted.data = ["ca.crt": rootCertificate]
    if present == nil {
      try await context.client.create(wanted)
    } else {
      try await context.client.update(wanted)
    }
  }

  private func newCertificate(_ key: ObjectKey) -> ConfigMap {
    ConfigMap {
      $0.metadata.name = key.name
      $0.metadata.namespace = key.namespace
      $0.metadata.annotations = [
        "kubernetes.io/description":
          "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints "
          + "such as the internal service IP or kubernetes.default.svc."
      ]
    }
  }
}

extension ServiceAccountReconciler {
  /// The loop, ready for a manager.
  public static func controller(rootCertificate: String? = nil) -> Controller {
    Controller("serviceaccount", ServiceAccountReconciler(rootCertificate: rootCertificate))
      .for(Namespace.self)
      .watches(ServiceAccount.self, where: named(accountName), map: namespace)
      .watches(ConfigMap.self, where: named(certificateName), map: namespace)
      .component("service-account-controller")
  }

  private static func named<Kind: Resource>(_ name: String) -> Predicate<Kind> {
    Predicate { $0.object.metadata.name == name }
  }

  private static func namespace<Kind: Resource>(of change: Change<Kind>) -> [ObjectKey] {
    [ObjectKey(name: change.object.metadata.namespace ?? "")]
  }
}

extension StatusError {
  /// The namespace takes nothing new any more.
  fileprivate var isNamespaceTerminating: Bool {
    details?.causes.contains { $0.reason == "NamespaceTerminating" } ?? false
  }
}
