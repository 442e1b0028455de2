extension Schemas {
  static let coreV1Event = #"""
    api v1 io.k8s.api.core.v1

    kind Event short(ev)
        select(involvedObject.kind involvedObject.namespace involvedObject.name involvedObject.uid
            involvedObject.apiVersion involvedObject.resourceVersion involvedObject.fieldPath reason
            reportingComponent source type)
        "A report of something that happened to an object, kept for a short while."
      action              string  "What was done or went wrong, in one word."
      count               int32  "How often the event happened."
      eventTime           microtime  "When the event first happened."
      firstTimestamp      time  "When the event first happened, in the older form."
      involvedObject      ObjectReference  required  "The object that the event is about."
      lastTimestamp       time  "When the event last happened, in the older form."
      message             string  "What happened, in words for people."
      reason              string  "Why it happened, in one word for programs."
      related             ObjectReference  "A second object that plays a part."
      reportingComponent  string  "The controller that reports, such as kubernetes.io/kubelet."
      reportingInstance   string  "The instance of the controller."
      series              EventSeries  "The event as one of a series."
      source              EventSource  "Who reports, in the older form."
      type                string  "Normal or Warning."
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

    type EventSeries  "Events that happened again and again."
      count             int32  "How often so far."
      lastObservedTime  microtime  "When last."

    type EventSource  "Who reports an event."
      component  string  "The component."
      host       string  "The node that it runs on."
    """#
}
