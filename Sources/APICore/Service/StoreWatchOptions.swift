import ObjectStore

/// The options of the store's watches, which share their name with those of the client's.
typealias StoreWatchOptions = WatchOptions
