internal import APIMachinery

/// What a request proves with who it is from.
struct Credential: Sendable, Hashable {
  /// The value of the `Authorization` header; `nil` when there is none.
  var header: String?
  /// A certificate that a command gave; `nil` when the one of the configuration counts.
  var certificate: ClientConfiguration.ClientCertificate?
}
