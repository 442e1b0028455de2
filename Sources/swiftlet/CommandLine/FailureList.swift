import APIMachinery

/// What went wrong with the objects of a command that goes on after a failure.
///
/// Kubernetes: `kubectl/pkg/cmd/util CheckErr`: a single failure is told as if it were alone; of several each is one
/// line, in the words of the server.
struct FailureList {
  private var failures: [(error: any Error, places: [String])] = []

  mutating func add(_ error: any Error, of item: ManifestReader.Item) {
    failures.append((error, Self.places(error, item)))
  }

  /// - Throws: ``CommandError`` with the text of all failures; nothing when there are none.
  func report() throws {
    guard let first = failures.first else { return }
    let texts =
      failures.count == 1
      ? [Failure.text(of: first.error)] + first.places
      : failures.flatMap { [Failure.briefText(of: $0.error)] + $0.places }
    throw CommandError(texts.joined(separator: "\n"), isPlain: true)
  }

  /// Where the fields stand that the server complains about: `  web.yaml:12:5: spec.replica`.
  private static func places(_ error: any Error, _ item: ManifestReader.Item) -> [String] {
    guard let status = error as? StatusError else { return [] }
    return status.fields.compactMap { field in
      item.position(of: field).map { "  \(item.file):\($0.line):\($0.column): \(field)" }
    }
  }
}

extension StatusError {
  /// The paths of the fields that the error is about: its causes', or those that a strict decoding error names.
  var fields: [String] {
    let causes = (details?.causes ?? []).compactMap(\.field).filter { !$0.isEmpty }
    if !causes.isEmpty { return causes }
    var fields: [String] = []
    for marker in ["unknown field \"", "duplicate field \""] {
      for part in message.split(separator: marker).dropFirst() {
        fields.append(String(part.prefix { $0 != "\"" }))
      }
    }
    return fields
  }

  /// The same error with what was being done to the objects of which file.
  ///
  /// Kubernetes: `kubectl/pkg/cmd/util AddSourceToErr`.
  func when(_ verb: String, _ file: String) -> StatusError {
    guard code != 0 else { return self }
    var error = self
    error.message = "error when \(verb) \"\(file)\": \(message)"
    return error
  }
}
