import APIMachinery

/// Decides what becomes of an event: a new object, a higher count, or nothing.
///
/// Kubernetes: client-go `tools/record/events_cache.go`:
/// - an object about which one source has spoken 25 times is heard again once in five minutes;
/// - from the tenth on, events within ten minutes that differ in the message alone become one, "(combined from
///   similar events)";
/// - an event that was there before raises the count of the first.
///
/// At most 4096 of each are remembered; the oldest are forgotten.
struct EventCorrelator {
  static let spamBurst = 25
  static let spamRate = 1.0 / 300
  static let similarLimit = 10
  static let similarInterval = Duration.seconds(600)
  static let memory = 4096

  private struct SourceObject: Hashable {
    let component: String
    let object: EventSubject
  }

  private struct Group: Hashable {
    let type: EventRecorder.EventType
    let component: String
    let object: EventSubject
    let reason: String
  }

  private struct Identity: Hashable {
    let group: Group
    let message: String
  }

  private struct Similar {
    var messages: Set<String> = []
    var last: Timestamp
  }

  private struct Known {
    var key: ObjectKey
    var first: Timestamp
    var count: Int
  }

  private var buckets = RecentMap<SourceObject, TokenBucket>(capacity: memory)
  private var similar = RecentMap<Group, Similar>(capacity: memory)
  private var known = RecentMap<Identity, Known>(capacity: memory)
  private var lastName = Timestamp(nanosecondsSince1970: .min)

  /// - Returns: `nil` when the event is dropped.
  mutating func correlate(_ note: EventNote, at now: Timestamp) -> EventWrite? {
    guard passesSpamFilter(note, at: now) else { return nil }
    var note = note
    let group = group(of: note)
    let isCombined = isOneOfMany(note, group, at: now)
    if isCombined { note.message = "(combined from similar events): " + note.message }
    let identity = Identity(group: group, message: isCombined ? "" : note.message)
    guard var known = known[identity] else { return begin(note, identity, at: now) }
    known.count += 1
    self.known[identity] = known
    let whole = note.event(key: known.key, first: known.first, last: now, count: known.count)
    let patch: JSONObject = [
      "count": .int(Int64(known.count)), "lastTimestamp": now.json, "message": .string(note.message),
    ]
    return .count(known.key, patch: patch, whole: whole)
  }

  private mutating func begin(_ note: EventNote, _ identity: Identity, at now: Timestamp) -> EventWrite {
    // Names are made of the time; two at the same time get different ones.
    lastName = max(now, lastName + .nanoseconds(1))
    let suffix = String(lastName.nanosecondsSince1970, radix: 16)
    let namespace = note.object.namespace.isEmpty ? "default" : note.object.namespace
    let key = ObjectKey(namespace: namespace, name: "\(note.object.name).\(suffix)")
    known[identity] = Known(key: key, first: now, count: 1)
    return .create(note.event(key: key, first: now, last: now, count: 1))
  }

  /// The revision of an object does not make two events different.
  private func group(of note: EventNote) -> Group {
    var object = note.object
    object.resourceVersion = ""
    return Group(type: note.type, component: note.component, object: object, reason: note.reason)
  }

  private mutating func passesSpamFilter(_ note: EventNote, at now: Timestamp) -> Bool {
    var object = note.object
    object.resourceVersion = ""
    let source = SourceObject(component: note.component, object: object)
    var bucket = buckets[source] ?? TokenBucket(rate: Self.spamRate, burst: Self.spamBurst)
    defer { buckets[source] = bucket }
    return bucket.take(at: now)
  }

  private mutating func isOneOfMany(_ note: EventNote, _ group: Group, at now: Timestamp) -> Bool {
    var similar = similar[group] ?? Similar(last: now)
    if now - similar.last > Self.similarInterval { similar.messages = [] }
    similar.last = now
    let isNew = !similar.messages.contains(note.message)
    let isOneTooMany = isNew && similar.messages.count + 1 >= Self.similarLimit
    if isNew, !isOneTooMany { similar.messages.insert(note.message) }
    self.similar[group] = similar
    return isOneTooMany
  }
}

extension EventNote {
  fileprivate func event(
    key: ObjectKey, first: Timestamp, last: Timestamp, count: Int
  ) -> DynamicObject {
    DynamicObject(fields: [
      "apiVersion": "v1",
      "kind": "Event",
      "metadata": ["name": .string(key.name), "namespace": .string(key.namespace)],
      "involvedObject": .object(object.reference),
      "reason": .string(reason),
      "message": .string(message),
      "source": ["component": .string(component)],
      "firstTimestamp": first.json,
      "lastTimestamp": last.json,
      "count": .int(Int64(count)),
      "type": .string(type.rawValue),
      "reportingComponent": .string(component),
      "reportingInstance": "",
    ])
  }
}

extension EventSubject {
  /// Kubernetes: `core/v1 ObjectReference`.
  fileprivate var reference: JSONObject {
    var fields = JSONObject()
    for (name, value) in [
      ("apiVersion", apiVersion), ("kind", kind), ("namespace", namespace), ("name", name), ("uid", uid),
      ("resourceVersion", resourceVersion), ("fieldPath", fieldPath),
    ] where !value.isEmpty {
      fields[name] = .string(value)
    }
    return fields
  }
}
