extension ObjectMeta {
  /// The owner that controls this object, if any.
  public var controller: OwnerReference? { ownerReferences.first { $0.controller == true } }
}
