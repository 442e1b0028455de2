#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many runs can go on at once.
enum ProcessorCount {
  static let active = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
