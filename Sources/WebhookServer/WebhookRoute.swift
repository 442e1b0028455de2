import APIMachinery

/// What a webhook server answers at one path.
public struct WebhookRoute: Sendable {
  /// The path of the URL: `/validate-pods`.
  public var path: String
  /// Makes the answer to a review.
  let answer: @Sendable (JSONObject) async throws(WebhookProblem) -> JSONObject
}

/// Why a question has no answer: it is not what the path is for.
public struct WebhookProblem: Error, Sendable, Hashable, CustomStringConvertible {
  public var message: String

  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
