internal import APICore

/// The lines of a batch of events, framed as a chunk, kept for the other watches of the loop that get the same batch.
struct WatchLines {
  private var last: (batch: APIWatch.Batch, chunk: HTTPChunk)?

  /// The chunk of a batch without bookmarks.
  mutating func chunk(of batch: APIWatch.Batch, served: ServedResource) -> HTTPChunk {
    if let last, last.batch.hasSameChanges(as: batch) { return last.chunk }
    let chunk = HTTPChunk(batch.lines(of: served, bookmarks: false))
    last = (batch, chunk)
    return chunk
  }
}
