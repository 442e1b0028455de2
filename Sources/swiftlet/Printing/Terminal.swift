import APIMachinery
import Foundation

/// Where text goes: standard output for results, standard error for what is said about them.
enum Terminal {
  static func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  static func writeLine(_ text: String) { write(text + "\n") }

  static func writeError(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// True when a person reads along.
  static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// An error of the API that knows how kubectl prints it.
protocol StatusErrorLike {
  var commandLineText: String { get }
}

extension StatusError: StatusErrorLike {
  /// Kubernetes: `kubectl/pkg/cmd/util StandardErrorMessage`: errors of the server say so and give their reason.
  var commandLineText: String {
    if reason == .invalid, !message.isEmpty { return message }
    if code == 0 || reason == .unknown { return message }
    return "Error from server (\(reason)): \(message)"
  }
}
