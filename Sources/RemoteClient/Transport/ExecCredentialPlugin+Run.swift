internal import APIMachinery
internal import Glibc

/// What a credential command printed.
struct ExecCredential: Sendable, Hashable {
  var token: String
  /// How long the token may be used again.
  var validity: Duration
}

extension ExecCredentialPlugin {
  /// Runs the command and reads the `ExecCredential` that it prints.
  ///
  /// Kubernetes: client-go `plugin/pkg/client/auth/exec`.
  func run() async throws(KubeConfigError) -> ExecCredential {
    let output = try await ChildProcess.output(
      command: command, arguments: arguments, environment: childEnvironment(), hint: installHint)
    guard let answer = try? JSON.parse(output), let status = answer["status"],
      let token = status["token"]?.stringValue, !token.isEmpty
    else {
      throw KubeConfigError(
        code: .credentials, message: "exec plugin: \(command) printed no ExecCredential with a token")
    }
    return ExecCredential(token: token, validity: .seconds(validSeconds(status["expirationTimestamp"])))
  }

  private func validSeconds(_ expiration: JSON?) -> Int64 {
    guard let expiration, let end = Timestamp(json: expiration) else { return 300 }
    return max(0, end.secondsSince1970 - Int64(time(nil)) - 10)
  }

  private func childEnvironment() -> [String] {
    var variables = FilePath.environment()
    for (name, value) in environment { variables[name] = value }
    let info: JSON = [
      "apiVersion": .string(apiVersion), "kind": "ExecCredential", "spec": ["interactive": false],
    ]
    variables["KUBERNETES_EXEC_INFO"] = info.description
    return variables.keys.sorted().map { "\($0)=\(variables[$0] ?? "")" }
  }
}
