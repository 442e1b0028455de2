internal import APICore
internal import NIOCore

/// The lines of a batch of events, framed as a chunk, kept for the other watches of the loop that get the same batch.
struct WatchLines {
  private var last: (batch: APIWatch.Batch, buffer: ByteBuffer)?

  /// The chunk of a batch without bookmarks.
  mutating func chunk(of batch: APIWatch.Batch, served: ServedResource) -> ByteBuffer {
    if let last, last.batch.hasSameChanges(as: batch) { return last.buffer }
    let buffer = HTTPChunk.buffer(batch.lines(of: served, bookmarks: false))
    last = (batch, buffer)
    return buffer
  }
}
