import ObjectStore
import ObjectStoreTesting
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Memory logs that last as long as the factory.
final class MemoryFactory: BackendFactory {
  private let logs = Mutex<[String: MemoryBackend]>([:])

  func backend(_ name: String) -> any StoreBackend {
    logs.withLock { logs in
      let log = logs[name] ?? MemoryBackend()
      logs[name] = log
      return log
    }
  }
}

/// SQLite files in a folder of its own, which goes with the factory.
final class SQLiteFactory: BackendFactory {
  let folder = TemporaryFolder()

  func backend(_ name: String) -> any StoreBackend { SQLiteBackend(folder: "\(folder.path)/\(name)") }
}

/// A folder that is removed, with what is in it, when it is let go of.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/swiftlet-store-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp/swiftlet-store"
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove("\(path)/\(name)") }
      }
      closedir(folder)
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

extension StoreKey {
  /// A pod of the namespace `default`.
  static func pod(_ name: String) -> StoreKey {
    StoreKey(resource: "pods", namespace: "default", name: name)
  }
}

/// A store in memory with a number of pods `p-000`, `p-001`, ...
func memoryStore(pods: Int = 0, _ options: StoreOptions = StoreOptions()) async throws -> ObjectStore {
  let store = try await ObjectStore(backend: MemoryBackend(), options: options)
  for number in 0..<pods { try await store.commit(SampleObject.create(.pod(podName(number)), value: number)) }
  return store
}

func podName(_ number: Int) -> String {
  let digits = String(number)
  return "p-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
}
