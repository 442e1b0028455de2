import APIMachinery
import KubernetesAPI

/// What cron jobs demand: a schedule that can be read, a time zone that is there, and jobs that could be made.
///
/// Kubernetes: `pkg/apis/batch/validation`, `validateCronJobSpec`.
struct CronJobRules: ResourceRules {
  func setDefaults(_ object: inout JSONObject) {
    object.withObject("spec") { spec in
      spec.withObject("jobTemplate") { template in
        template.withObject("spec") { JobRules.setDefaults(ofSpec: &$0) }
      }
    }
  }

  func prepareForCreate(_ object: inout JSONObject) { object["status"] = .object(JSONObject()) }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    let name = object.metadataFields.string("name") ?? ""
    if name.utf8.count > 52 {
      errors.at("metadata") { $0.invalid("name", .string(name), "must be no more than 52 characters") }
    }
    errors.at("spec") { errors in
      validateSchedule(spec, &errors)
      validateTimeZone(spec["timeZone"], &errors)
      guard let job = spec.object("jobTemplate")?.object("spec") else { return }
      errors.at("jobTemplate") { errors in
        errors.at("spec") { errors in
          if job["manualSelector"] == true {
            errors.notSupported("manualSelector", true, ["nil", "false"])
          }
          JobSpecValidator.validate(job, &errors)
        }
      }
    }
  }

  private func validateSchedule(_ spec: JSONObject, _ errors: inout FieldErrors) {
    guard let schedule = spec.string("schedule"), !schedule.isEmpty else {
      return errors.required("schedule")
    }
    if schedule.contains("TZ") {
      let advice =
        spec.contains("timeZone")
        ? "cannot use both timeZone field and TZ or CRON_TZ in schedule"
        : "cannot use TZ or CRON_TZ in schedule, use timeZone field instead"
      return errors.invalid("schedule", .string(schedule), advice)
    }
    do throws(CronError) { _ = try CronSchedule(schedule) } catch {
      errors.invalid("schedule", .string(schedule), error.description)
    }
  }

  private func validateTimeZone(_ value: JSON?, _ errors: inout FieldErrors) {
    guard let value, let name = value.stringValue else { return }
    if name.isEmpty { return errors.invalid("timeZone", value, "timeZone must be nil or non-empty string") }
    if name.lowercased() == "local" {
      return errors.invalid(
        "timeZone", value,
        "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones")
    }
    if TimeZoneRules.named(name) == nil { errors.invalid("timeZone", value, "unknown time zone \(name)") }
  }
}
