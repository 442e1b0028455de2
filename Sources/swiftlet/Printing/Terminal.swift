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

  /// The number of columns; 80 where it cannot be known.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

extension StatusError {
  /// Kubernetes: `kubectl/pkg/cmd/util CheckErr`: an invalid object is told field by field.
  var commandLineText: String {
    guard reason == .invalid else { return briefText }
    var subject = "The request is invalid"
    guard let details else { return message.isEmpty ? subject : "\(subject): \(message)" }
    if details.kind?.isEmpty == false || details.name?.isEmpty == false {
      subject = "The \(details.kind ?? "") \"\(details.name ?? "")\" is invalid"
    } else if details.causes.isEmpty, !message.isEmpty {
      subject += ": \(message)"
    }
    var causes: [String] = []
    for cause in details.causes {
      let text = "\(cause.field ?? ""): \(cause.message)"
      if !causes.contains(text) { causes.append(text) }
    }
    if causes.count < 2 { return ([subject] + causes).joined(separator: ": ") }
    return "\(subject): \n" + causes.map { "* \($0)" }.joined(separator: "\n")
  }

  /// Kubernetes: `kubectl/pkg/cmd/util StandardErrorMessage`: errors of the server say so and give their reason.
  var briefText: String {
    if code == 0 { return message }
    if reason == .unauthorized { return "error: You must be logged in to the server (\(message))" }
    return reason == .unknown ? "Error from server: \(message)" : "Error from server (\(reason)): \(message)"
  }
}
