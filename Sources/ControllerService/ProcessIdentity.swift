internal import APIMachinery
internal import ControllerRuntime
internal import Glibc

/// Who a process is, among those that compete for a lease.
enum ProcessIdentity {
  /// Kubernetes: client-go's `os.Hostname() + "_" + uuid`. The host name of a pod is its name.
  static func unique() -> String { "\(hostName)_\(SystemRandom().uuid())" }

  private static var hostName: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
