import APIMachinery
import ArgumentParser
import KubernetesAPI
import KubernetesClient

struct CreateJob: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "job", abstract: "Create a job, of an image or of the template of a cron job.",
    discussion: "Examples: `create job once --image=busybox -- date`, `create job now --from=cronjob/tick`.")
  @OptionGroup var options: CreationOptions
  @Argument var name: String
  @Option(name: .long, help: "The image of the container.") var image: String?
  @Option(name: .long, help: "cronjob/NAME: whose template to take.") var from: String?
  @Argument(parsing: .postTerminator, help: "The command of the container.") var command: [String] = []

  func run() async throws {
    guard (image == nil) != (from == nil) else {
      throw CommandError("either --image or --from must be specified")
    }
    if let from {
      guard command.isEmpty else { throw CommandError("cannot specify --from and command") }
      return try await options.create(try await job(from: from))
    }
    try await options.create([
      "apiVersion": "batch/v1", "kind": "Job", "metadata": ["name": .string(name)],
      "spec": [
        "template": JobDraft.template(name, image ?? "", command, restartPolicy: "Never", metadata: [:])
      ],
      "status": [:],
    ])
  }

  /// The job that a cron job would make now, owned by it.
  ///
  /// Kubernetes: `kubectl create job --from`.
  private func job(from subject: String) async throws -> JSONObject {
    let cron: CronJob = try await options.connection.withSession { session in
      let named = try ResourceArguments([subject], await session.mapper())
      guard let target = named.targets.first, let object = try await session.objects(target).first else {
        throw CommandError("from must be an existing cronjob")
      }
      guard target.resource.groupResource == CronJob.definition.groupResource else {
        throw CommandError("from must be an existing cronjob")
      }
      return object.view()
    }
    let template = cron.spec.jobTemplate
    var notes = template.metadata.annotations.fields
    notes["cronjob.kubernetes.io/instantiate"] = "manual"
    var metadata: JSONObject = ["name": .string(name), "annotations": .object(notes)]
    let labels = template.metadata.labels
    if !labels.isEmpty { metadata["labels"] = .object(labels.fields) }
    metadata["ownerReferences"] = [
      [
        "apiVersion": "batch/v1", "kind": "CronJob", "name": .string(cron.key.name),
        "uid": .string(cron.metadata.uid ?? ""), "controller": true,
      ]
    ]
    return [
      "apiVersion": "batch/v1", "kind": "Job", "metadata": .object(metadata),
      "spec": .object(template.spec.fields), "status": [:],
    ]
  }
}

struct CreateCronJob: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cronjob", abstract: "Create a cron job.",
    discussion: "Example: `create cronjob tick --image=busybox --schedule='*/5 * * * *' -- date`.",
    aliases: ["cj"])
  @OptionGroup var options: CreationOptions
  @Argument var name: String
  @Option(name: .long, help: "The image of the container.") var image: String
  @Option(name: .long, help: "When: minute, hour, day of the month, month, day of the week.")
  var schedule: String
  @Option(name: .long, help: "OnFailure or Never.") var restart = "OnFailure"
  @Argument(parsing: .postTerminator, help: "The command of the container.") var command: [String] = []

  func run() async throws {
    let template = JobDraft.template(name, image, command, restartPolicy: restart, metadata: [:])
    try await options.create([
      "apiVersion": "batch/v1", "kind": "CronJob", "metadata": ["name": .string(name)],
      "spec": [
        "schedule": .string(schedule),
        "jobTemplate": ["metadata": ["name": .string(name)], "spec": ["template": template]],
      ], "status": [:],
    ])
  }
}

/// The pods of a job that is made of flags.
enum JobDraft {
  static func template(
    _ name: String, _ image: String, _ command: [String], restartPolicy: String, metadata: JSON
  ) -> JSON {
    var container: JSONObject = ["image": .string(image), "name": .string(name), "resources": [:]]
    if !command.isEmpty { container["command"] = .array(command.map { .string($0) }) }
    return [
      "metadata": metadata,
      "spec": ["containers": [.object(container)], "restartPolicy": .string(restartPolicy)],
    ]
  }
}
