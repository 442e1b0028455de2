extension Schemas {
  static let eventsV1Event = #"""
    api events.k8s.io/v1 io.k8s.api.events.v1

    kind Event swift(EventsEvent) short(ev)
        select(reason regarding.kind regarding.namespace regarding.name regarding.uid regarding.apiVersion
            regarding.resourceVersion regarding.fieldPath reportingController type)
        "A report of something that happened to an object, kept for a short while."
      action                    string           max-length(128)
      deprecatedCount           int32
      deprecatedFirstTimestamp  time
      deprecatedLastTimestamp   time
      deprecatedSource          EventSource
      eventTime                 microtime        required
      note                      string           max-length(1024)
      reason                    string           max-length(128)
      regarding                 ObjectReference
      related                   ObjectReference
      reportingController       string
      reportingInstance         string
      series                    EventSeries
      type                      string           enum(Normal Warning)
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

    type EventSeries swift(EventsEventSeries)
      count             int32      required
      lastObservedTime  microtime  required
    """#
}
