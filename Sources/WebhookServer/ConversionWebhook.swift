public import APIMachinery

/// Brings custom resources from one version to another.
///
///     ConversionWebhook.route("/convert") { object, version in
///       if version == "example.com/v2" { object["spec"] = ... }
///     }
///
/// Kubernetes: `apiextensions.k8s.io/v1 ConversionReview`.
public enum ConversionWebhook {
  /// - Parameters:
  ///   - path: The path of the URL.
  ///   - convert: Changes the members of an object to those of the version that is asked for. Its `apiVersion` is set
  ///     afterwards; what it throws fails the whole question.
  public static func route(
    _ path: String,
    _ convert: @escaping @Sendable (inout JSONObject, _ desiredAPIVersion: String) async throws -> Void
  ) -> WebhookRoute {
    WebhookRoute(path: path) { review throws(WebhookProblem) in
      guard review.string("kind") == "ConversionReview", let request = review.object("request"),
        let version = request.string("desiredAPIVersion")
      else { throw WebhookProblem("the body is no ConversionReview with a request") }
      var response: JSONObject = ["uid": request["uid"] ?? ""]
      do {
        var converted: [JSON] = []
        for case .object(var object) in request.array("objects") {
          if object.string("apiVersion") != version {
            try await convert(&object, version)
            object["apiVersion"] = .string(version)
          }
          converted.append(.object(object))
        }
        response["convertedObjects"] = .array(converted)
        response["result"] = ["status": "Success"]
      } catch {
        response["result"] = ["status": "Failure", "message": .string("\(error)")]
      }
      return [
        "apiVersion": review["apiVersion"] ?? "apiextensions.k8s.io/v1", "kind": "ConversionReview",
        "response": .object(response),
      ]
    }
  }
}
