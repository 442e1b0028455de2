import APIMachinery

/// What is left in a namespace that is on its way out.
///
/// Kubernetes: `pkg/controller/namespace/deletion/namespaced_resources_deleter.go`.
struct NamespaceContent: Sendable {
  /// Objects left, by resource: `pods.` or `deployments.apps`, as Kubernetes' messages name them.
  var remaining: [(resource: String, count: Int)] = []
  /// Finalizers on what is left, with the number of objects that wait for them.
  var finalizers: [String: Int] = [:]
  /// Errors while deleting.
  var failures: [String] = []
  /// How long the pods that are left may take to stop.
  var estimate: Duration = .zero

  var isEmpty: Bool { remaining.isEmpty && failures.isEmpty }

  /// `Some resources are remaining: pods. has 3 resource instances`.
  var remainingMessage: String {
    let parts = remaining.map { "\($0.resource) has \($0.count) resource instances" }
    return "Some resources are remaining: \(parts.joined(separator: ", "))"
  }

  var finalizersMessage: String {
    let parts = finalizers.keys.sorted().map { "\($0) in \(finalizers[$0] ?? 0) resource instances" }
    return "Some content in the namespace has finalizers remaining: \(parts.joined(separator: ", "))"
  }

  var failureMessage: String {
    "Failed to delete all resource types, \(failures.count) remaining: \(failures.joined(separator: ", "))"
  }
}
