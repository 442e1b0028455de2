import APIMachinery

/// Lines at the end of the output that are painted over while something takes time. Where nobody reads along (a pipe,
/// a file) nothing is painted, and the plain lines of the command say what happened.
struct LiveView: Sendable {
  private let isInteractive: Bool
  private var height = 0

  init(isInteractive: Bool = Terminal.isInteractive) { self.isInteractive = isInteractive }

  /// Replaces the painted lines. They must be shorter than the terminal is wide.
  mutating func paint(_ lines: [String]) {
    guard isInteractive else { return }
    let shown = lines.map { "\($0.prefix(max(Terminal.width - 1, 20)))\u{1B}[K\n" }
    Terminal.write(eraser + shown.joined())
    height = lines.count
  }

  /// Takes the painted lines away.
  mutating func clear() {
    guard isInteractive, height > 0 else { return }
    Terminal.write(eraser)
    height = 0
  }

  private var eraser: String { height == 0 ? "" : "\u{1B}[\(height)A\u{1B}[J" }

  /// `[######----]`, of 24 characters.
  static func bar(_ done: Int, of total: Int) -> String {
    let width = 24
    let filled = total > 0 ? min(width, max(0, done * width / total)) : width
    return "[\(String(repeating: "#", count: filled))\(String(repeating: "-", count: width - filled))]"
  }
}
