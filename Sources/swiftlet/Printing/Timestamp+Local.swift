import APIMachinery
import Foundation

extension Timestamp {
  /// `Mon, 02 Jan 2006 15:04:05 -0700` in the zone of this machine, as `describe` shows times.
  var localText: String { formatted("%a, %d %b %Y %H:%M:%S %z") }

  private func formatted(_ format: String) -> String {
    var seconds = time_t(secondsSince1970)
    var parts = tm()
    localtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, format, &parts)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// How long ago this was, as in the AGE column.
  func age(at now: Timestamp) -> String { (now - self).human }
}

extension Timestamp? {
  /// The age, or `<unknown>` for a time that is not set.
  func age(at now: Timestamp) -> String { map { $0.age(at: now) } ?? "<unknown>" }
}
