import APIMachinery
import KubernetesAPI

/// The times of a schedule that have come since a job was last made.
///
/// Kubernetes: `pkg/controller/cronjob/utils.go`, `mostRecentScheduleTime`.
struct ScheduleWindow: Equatable {
  /// The latest time that has come; `nil` when none has.
  var latest: Timestamp?
  /// Whether so many times were missed that somebody should know.
  var missedMany = false

  /// - Parameters:
  ///   - since: Times up to this one are done with.
  ///   - now: Times after this one have not come.
  /// - Complexity: O(1) for schedules of even distances; O(*n*) in the times of the last stretch otherwise.
  init(of schedule: CronSchedule, in zone: TimeZoneRules, since: Timestamp, now: Timestamp) {
    guard let first = schedule.next(after: since, in: zone), first <= now else { return }
    latest = first
    guard let second = schedule.next(after: first, in: zone), second <= now else { return }
    let distance = (second - first).components.seconds
    let missed = (now - first).components.seconds / max(1, distance) + 1
    missedMany = missed > 100
    // Uneven schedules are followed from a time that is certainly earlier than the latest.
    var time = missed > 100 ? max(first, now - .seconds(distance * 100)) : first
    while let next = schedule.next(after: time, in: zone), next <= now {
      latest = next
      time = next
    }
  }
}
