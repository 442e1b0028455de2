extension Schemas {
  static let coreV1References = #"""
    api v1 io.k8s.api.core.v1

    type ObjectReference atomic  "Refers to an object of any kind, or to a part of one."
      apiVersion       string  "The group and version of the object."
      fieldPath        string  "The part of the object, such as spec.containers{web}."
      kind             string  "The kind of the object."
      name             string  "The name of the object."
      namespace        string  "The namespace of the object."
      resourceVersion  string  "The version of the object that is meant."
      uid              string  "The identity of the object."

    type LocalObjectReference atomic  "Refers to an object of a known kind in the same namespace."
      name  string  "The name of the object."

    type SecretReference atomic  "Refers to a Secret in any namespace."
      name       string  "The name of the Secret."
      namespace  string  "The namespace of the Secret."

    type TypedLocalObjectReference atomic  "Refers to an object of any kind in the same namespace."
      apiGroup  string  "The API group of the object; empty for the core group."
      kind      string  required  "The kind of the object."
      name      string  required  "The name of the object."

    type TypedObjectReference  "Refers to an object of any kind."
      apiGroup   string  "The API group of the object; empty for the core group."
      kind       string  required  "The kind of the object."
      name       string  required  "The name of the object."
      namespace  string  "The namespace of the object; by default that of the referring object."
    """#
}
