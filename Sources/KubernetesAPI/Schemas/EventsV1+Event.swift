extension Schemas {
  static let eventsV1Event = #"""
    api events.k8s.io/v1 io.k8s.api.events.v1

    kind Event swift(EventsEvent) short(ev)
        select(reason regarding.kind regarding.namespace regarding.name regarding.uid regarding.apiVersion
            regarding.resourceVersion regarding.fieldPath reportingController type)
        "A report of something that happened to an object, kept for a short while."
      action                    string           max-length(128)
          "What was done or went wrong, in one word."
      deprecatedCount           int32  "The count of the older form."
      deprecatedFirstTimestamp  time  "The first time of the older form."
      deprecatedLastTimestamp   time  "The last time of the older form."
      deprecatedSource          EventSource  "The source of the older form."
      eventTime                 microtime        required  "When the event first happened."
      note                      string           max-length(1024)  "What happened, in words for people."
      reason                    string           max-length(128)
          "Why it happened, in one word for programs."
      regarding                 ObjectReference  "The object that the event is about."
      related                   ObjectReference  "A second object that plays a part."
      reportingController       string  "The controller that reports, such as kubernetes.io/kubelet."
      reportingInstance         string  "The instance of the controller."
      series                    EventSeries  "The event as one of a series."
      type                      string           enum(Normal Warning)  "Normal or Warning."
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

    type EventSeries swift(EventsEventSeries)  "Events that happened again and again."
      count             int32      required  "How often so far."
      lastObservedTime  microtime  required  "When last."
    """#
}
