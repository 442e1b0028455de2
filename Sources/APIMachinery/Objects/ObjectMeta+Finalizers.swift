extension ObjectMeta {
  /// Whether somebody asked to delete the object.
  public var isBeingDeleted: Bool { fields.contains("deletionTimestamp") }

  /// Whether `name` is to be waited for before the object goes.
  public func hasFinalizer(_ name: String) -> Bool { finalizers.contains(name) }

  /// - Returns: `true` when the finalizer was not there.
  @discardableResult
  public mutating func addFinalizer(_ name: String) -> Bool {
    guard !hasFinalizer(name) else { return false }
    finalizers += [name]
    return true
  }

  /// - Returns: `true` when the finalizer was there.
  @discardableResult
  public mutating func removeFinalizer(_ name: String) -> Bool {
    guard hasFinalizer(name) else { return false }
    finalizers = finalizers.filter { $0 != name }
    return true
  }
}
