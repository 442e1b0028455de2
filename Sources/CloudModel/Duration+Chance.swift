internal import APIMachinery

extension Duration {
  /// A part of this wait: those who were refused together shall not come back together.
  ///
  /// - Parameter chance: A random number below 1000: how many thousandths.
  public func thousandths(_ chance: UInt64) -> Duration {
    .nanoseconds(nanosecondsClamped / 1000 * Int64(chance))
  }
}
