/// What controllers ask of a node.
extension Node {
  public func condition(_ type: String) -> NodeCondition? {
    conditionFields(type).map { NodeCondition(fields: $0) }
  }

  /// True when the node's own word is that it is ready.
  public var isReady: Bool { condition("Ready")?.status == "True" }
}
