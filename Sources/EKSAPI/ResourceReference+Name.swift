import APIMachinery

extension ResourceReference {
  /// Refers to the object `name`, in the namespace of the object that holds the reference unless another is given.
  public init(name: String, namespace: String? = nil) {
    self.init()
    from.name = name
    from.namespace = namespace
  }
}
