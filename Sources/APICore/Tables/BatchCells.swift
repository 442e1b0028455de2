import APIMachinery

/// The computed cells of jobs and cron jobs.
///
/// Kubernetes: `pkg/printers/internalversion/printers.go`, `printJob` and `printCronJob`.
enum BatchCells {
  typealias Cell = TableCells.Cell

  static func job(_ object: JSONObject, _ now: Timestamp) -> [Cell] {
    let (spec, status) = (object.object("spec"), object.object("status"))
    return [
      Cell("Status", state(object, status?.array("conditions") ?? [])),
      Cell("Completions", completions(spec, status)), Cell("Duration", duration(status, now)),
      Cell("Selector", TableCells.selector(spec?.object("selector"))),
    ] + TableCells.template(spec?.object("template"))
  }

  private static func state(_ job: JSONObject, _ conditions: [JSON]) -> String {
    func holds(_ type: String) -> Bool {
      conditions.contains { $0["type"]?.stringValue == type && $0["status"] == "True" }
    }
    for type in ["Complete", "Failed"] where holds(type) { return type }
    if job.metadataFields.contains("deletionTimestamp") { return "Terminating" }
    for type in ["Suspended", "FailureTarget", "SuccessCriteriaMet"] where holds(type) { return type }
    return "Running"
  }

  private static func completions(_ spec: JSONObject?, _ status: JSONObject?) -> String {
    let succeeded = TableCells.number(status, "succeeded")
    if let wanted = spec?["completions"]?.intValue { return "\(succeeded)/\(wanted)" }
    let parallelism = TableCells.number(spec, "parallelism")
    return parallelism > 1 ? "\(succeeded)/1 of \(parallelism)" : "\(succeeded)/1"
  }

  private static func duration(_ status: JSONObject?, _ now: Timestamp) -> String {
    guard let start = time(status, "startTime") else { return "" }
    return ((time(status, "completionTime") ?? now) - start).human
  }

  private static func time(_ object: JSONObject?, _ field: String) -> Timestamp? {
    object?.string(field).flatMap { Timestamp(rfc3339: $0) }
  }

  static func cronJob(_ object: JSONObject, _ now: Timestamp) -> [Cell] {
    let (spec, status) = (object.object("spec"), object.object("status"))
    let last = status?["lastScheduleTime"]
    return [
      Cell("Timezone", spec?.string("timeZone") ?? "<none>"),
      Cell("Active", .int(Int64(status?.array("active").count ?? 0))),
      Cell("Last Schedule", last == nil ? "<none>" : TableCells.age(last, now)),
      Cell("Selector", "<none>"),
    ] + TableCells.template(spec?.object("jobTemplate")?.object("spec")?.object("template"))
  }
}
