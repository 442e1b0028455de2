extension Schemas {
  static let appsV1ControllerRevision = #"""
    api apps/v1 io.k8s.api.apps.v1

    kind ControllerRevision  "A past state of a StatefulSet or DaemonSet, kept for going back to."
      data      any    immutable
      revision  int64  required
      column "Controller"  string
      column "Revision"  string
      column "Age"  string
    """#
}
