import APIMachinery
import KubernetesAPI
import Synchronization

/// The jobs whose pods this process has seen as they were: from then on its cache knows what it does to them itself.
final class JobMemory: Sendable {
  private let uids = Mutex<[ObjectKey: String]>([:])

  func hasSeenPods(of job: Job) -> Bool { uids.withLock { $0[job.key] } == job.metadata.uid }

  func noteSeenPods(of job: Job) { uids.withLock { $0[job.key] = job.metadata.uid } }

  func forget(_ key: ObjectKey) { uids.withLock { $0[key] = nil } }
}
