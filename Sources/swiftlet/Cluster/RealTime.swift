import APIMachinery
import Foundation

/// The wall clock of the tool: ages and restart marks.
enum RealTime {
  static var now: Timestamp {
    Timestamp(nanosecondsSince1970: Int64(Date().timeIntervalSince1970 * 1_000_000_000))
  }
}
