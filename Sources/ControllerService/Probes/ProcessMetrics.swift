internal import Glibc
internal import RemoteClient

/// The figures of the process itself, as client libraries of Prometheus give them.
enum ProcessMetrics {
  @Sendable static func text() -> String {
    var text = ""
    func add(_ name: String, _ type: String, _ help: String, _ value: String) {
      text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n\(name) \(value)\n"
    }
    let usage = cpuSeconds()
    add(
      "process_cpu_seconds_total", "counter", "Total user and system CPU time spent in seconds.", "\(usage)")
    if let pages = residentPages() {
      add(
        "process_resident_memory_bytes", "gauge", "Resident memory size in bytes.",
        "\(pages * sysconf(Int32(_SC_PAGESIZE)))")
    }
    if let count = openDescriptors() {
      add("process_open_fds", "gauge", "Number of open file descriptors.", "\(count)")
    }
    return text
  }

  private static func cpuSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// The second number of `/proc/self/statm`.
  private static func residentPages() -> Int? {
    guard let file = fopen("/proc/self/statm", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let words = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }.split(separator: UInt8(ascii: " "))
    return words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) : nil
  }

  private static func openDescriptors() -> Int? {
    guard let folder = opendir("/proc/self/fd") else { return nil }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    return count - 3
  }
}
