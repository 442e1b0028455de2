extension Schemas {
  static let appsV1ControllerRevision = #"""
    api apps/v1 io.k8s.api.apps.v1

    kind ControllerRevision  "A past state of a StatefulSet or DaemonSet, kept for going back to."
      data      any    immutable  "The state."
      revision  int64  required  "The number of the revision."
      column "Controller"  string
      column "Revision"  string
      column "Age"  string
    """#
}
