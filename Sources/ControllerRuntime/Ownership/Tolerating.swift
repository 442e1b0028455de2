public import APIMachinery

/// Runs `write` and takes some of the API's refusals as an answer: what is gone need not be deleted, and what
/// somebody else has changed is looked at again anyway.
///
/// ```swift
/// try await tolerating(.notFound) { try await context.client.delete(Pod.self, key) }
/// ```
///
/// - Returns: `nil` when the write was refused for one of `reasons`.
/// - Throws: Every other error.
@discardableResult
public func tolerating<Result>(
  _ reasons: StatusError.Reason..., write: () async throws -> Result
) async throws -> Result? {
  do {
    return try await write()
  } catch {
    guard let status = error as? StatusError, reasons.contains(status.reason) else { throw error }
    return nil
  }
}
