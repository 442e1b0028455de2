extension Schemas {
  static let coreV1Event = #"""
    api v1 io.k8s.api.core.v1

    kind Event short(ev)
        select(involvedObject.kind involvedObject.namespace involvedObject.name involvedObject.uid
            involvedObject.apiVersion involvedObject.resourceVersion involvedObject.fieldPath reason
            reportingComponent source type)
        "A report of something that happened to an object, kept for a short while."
      action              string
      count               int32
      eventTime           microtime
      firstTimestamp      time
      involvedObject      ObjectReference  required
      lastTimestamp       time
      message             string
      reason              string
      related             ObjectReference
      reportingComponent  string
      reportingInstance   string
      series              EventSeries
      source              EventSource
      type                string
      column "Last Seen"  string
      column "Type"  string
      column "Reason"  string
      column "Object"  string
      column "Subobject"  string  priority(1)
      column "Source"  string  priority(1)
      column "Message"  string
      column "First Seen"  string  priority(1)
      column "Count"  string  priority(1)
      column "Name"  string  priority(1)

    type EventSeries
      count             int32
      lastObservedTime  microtime

    type EventSource
      component  string
      host       string
    """#
}
