/// What `/version` answers.
///
/// Kubernetes: `version.Info`.
public struct VersionInfo: Sendable, Hashable {
  public static let major = "1"
  public static let minor = "36"
  /// The version of Kubernetes that is modelled.
  public static let gitVersion = "v1.36.0+swiftlet"

  /// The document.
  public static var document: [UInt8] {
    Array(
      (#"{"major":"\#(major)","minor":"\#(minor)","gitVersion":"\#(gitVersion)","gitCommit":"","gitTreeState":"clean","#
        + #""buildDate":"2026-01-01T00:00:00Z","goVersion":"swift6.3","compiler":"swiftc","platform":"\#(platform)"}"#)
        .utf8)
  }

  /// The platform that this program was built for, as Go names it.
  public static var platform: String {
    #if os(macOS)
      let system = "darwin"
    #else
      let system = "linux"
    #endif
    #if arch(arm64)
      return system + "/arm64"
    #else
      return system + "/amd64"
    #endif
  }
}
