import APIMachinery
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient

/// A bug that Sieve found, rebuilt: its mechanism in a small operator, and the same operator with the fix.
struct Specimen: Sendable, CustomStringConvertible {
  /// Sieve's classes.
  enum Class: String, Sendable { case stale, intermediate, unobserved, indirect }

  /// The operator and the issue, as `docs/bugs.md` and `docs/reprod.md` of sieve-project/sieve list them.
  let name: String
  let bugClass: Class
  /// The mechanism in one or two sentences.
  let mechanism: String
  /// Whether the order in which things happen to run is enough to bring it to light.
  var needsNoFault = false
  let controllers: @Sendable (_ isFixed: Bool) -> [Controller]
  let story: @Sendable (SimulatedCluster) async throws -> Void

  var description: String { name }
}
