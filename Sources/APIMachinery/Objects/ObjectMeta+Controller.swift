extension ObjectMeta {
  /// The owner that controls this object, if any.
  public var controller: OwnerReference? {
    for case .object(let owner) in fields.array("ownerReferences")
    where owner["controller"]?.boolValue == true {
      return OwnerReference(fields: owner)
    }
    return nil
  }
}
