import APIMachinery
import ArgumentParser
import RemoteClient

/// `swiftlet version`: tells the versions of the tool and of the server.
struct Version: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the versions of this tool and of the server.")

  @OptionGroup var connection: ConnectionOptions
  @Flag(name: .long, help: "This tool's version only; no server is asked.") var client = false
  @Option(name: [.short, .long], help: "json or yaml.") var output: String?

  /// The version of Kubernetes that this tool speaks.
  static let clientVersion: JSONObject = [
    "major": "1", "minor": "36", "gitVersion": "v1.36.0+swiftlet", "platform": .string(platform),
  ]

  private static var platform: String {
    #if arch(x86_64)
      "linux/amd64"
    #else
      "linux/arm64"
    #endif
  }

  func run() async throws {
    guard [nil, "", "json", "yaml"].contains(output) else {
      throw CommandError("--output must be 'yaml' or 'json'")
    }
    var versions: JSONObject = ["clientVersion": .object(Self.clientVersion)]
    var failure: (any Error)?
    if !client {
      do {
        versions["serverVersion"] = try await connection.withSession { session in
          try await session.client.json(RawRequest(path: "/version"))
        }
      } catch {
        failure = error
      }
    }
    Terminal.write(text(versions))
    if let failure { throw failure }
  }

  func text(_ versions: JSONObject) -> String {
    switch output {
    case "json": return JSON.object(versions).prettyPrinted(indent: 2, sortedKeys: true) + "\n"
    case "yaml": return YAML.text(of: .object(versions))
    default:
      let client = versions["clientVersion"]?["gitVersion"]?.stringValue ?? ""
      let server = versions["serverVersion"]?["gitVersion"]?.stringValue
      return "Client Version: \(client)\n" + (server.map { "Server Version: \($0)\n" } ?? "")
    }
  }
}
