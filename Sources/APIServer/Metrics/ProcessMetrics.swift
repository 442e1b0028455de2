internal import Glibc

/// What the operating system says about this process.
///
/// Prometheus: the client libraries' `process_*` metrics.
enum ProcessMetrics {
  static func write(into text: inout PrometheusText) {
    var usage = rusage()
    if getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
      let seconds =
        Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
      text.family(
        "process_cpu_seconds_total", type: "counter",
        help: "Total user and system CPU time spent in seconds.")
      text.sample("process_cpu_seconds_total", seconds)
    }
    let pages = memoryPages()
    guard pages.count >= 2 else { return }
    let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))
    text.family("process_virtual_memory_bytes", type: "gauge", help: "Virtual memory size in bytes.")
    text.sample("process_virtual_memory_bytes", pages[0] * pageSize)
    text.family("process_resident_memory_bytes", type: "gauge", help: "Resident memory size in bytes.")
    text.sample("process_resident_memory_bytes", pages[1] * pageSize)
  }

  /// The numbers of `/proc/self/statm`.
  private static func memoryPages() -> [Int] {
    let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return [] }
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
  }
}
