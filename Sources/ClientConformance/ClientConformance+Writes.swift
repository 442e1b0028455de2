import APIMachinery
import KubernetesAPI
import KubernetesClient

extension ClientConformance {
  static let writeChecks: [Check] = [
    Check("a stale update is a conflict") { context in
      let first = try await context.client.create(context.configMap("race"))
      var winner = first
      winner.data["key"] = "winner"
      try await context.client.update(winner)
      var loser = first
      loser.data["key"] = "loser"
      let error = try await requireError(409, .conflict, "the second update") {
        try await context.client.update(loser)
      }
      try requireEqual(
        error.message,
        "Operation cannot be fulfilled on configmaps \"race\": the object has been modified;"
          + " please apply your changes to the latest version and try again", "the message")
      let read = try await context.client.get(ConfigMap.self, context.key("race"))
      try requireEqual(read.data["key"], "winner", "the value that stays")
    },
    Check("an update without a version takes the present one") { context in
      let first = try await context.client.create(context.configMap("bold"))
      let second = try await context.client.update(context.configMap("bold", data: ["key": "new"]))
      try requireEqual(second.metadata.uid, first.metadata.uid, "the uid")
      try requireEqual(
        second.metadata.creationTimestamp, first.metadata.creationTimestamp, "the creation time")
      try require(second.metadata.resourceVersion != first.metadata.resourceVersion, "the version moves on")
    },
    Check("an update that changes nothing writes nothing") { context in
      let first = try await context.client.create(context.configMap("same"))
      let second = try await context.client.update(first)
      try requireEqual(second.metadata.resourceVersion, first.metadata.resourceVersion, "the version")
    },
    Check("the generation counts changes of the spec") { context in
      var deployment = try await context.client.create(context.deployment("web"))
      try requireEqual(deployment.metadata.generation, 1, "the first generation")
      deployment.metadata.labels["tier"] = "front"
      deployment = try await context.client.update(deployment)
      try requireEqual(deployment.metadata.generation, 1, "the generation after a label")
      deployment.spec.replicas = 5
      deployment = try await context.client.update(deployment)
      try requireEqual(deployment.metadata.generation, 2, "the generation after the spec")
    },
    Check("status and spec are written apart") { context in
      var deployment = try await context.client.create(context.deployment("split", replicas: 2))
      deployment.spec.replicas = 9
      deployment.status.replicas = 2
      let status = try await context.client.updateStatus(deployment)
      try requireEqual(status.spec.replicas, 2, "the spec after a write of the status")
      try requireEqual(status.status.replicas, 2, "the status")
      try requireEqual(status.metadata.generation, 1, "the generation")
      deployment = status
      deployment.spec.replicas = 4
      deployment.status.replicas = 77
      let spec = try await context.client.update(deployment)
      try requireEqual(spec.spec.replicas, 4, "the spec")
      try requireEqual(spec.status.replicas, 2, "the status after a write of the spec")
    },
    Check("a dry run leaves no trace") { context in
      let options = WriteOptions(isDryRun: true)
      let made = try await context.client.create(context.configMap("ghost"), options: options)
      try requireEqual(made.metadata.name, "ghost", "the name")
      let found = try await context.client.find(ConfigMap.self, context.key("ghost"))
      try require(found == nil, "nothing was created")
      let kept = try await context.client.create(context.configMap("kept"))
      try await context.client.update(context.configMap("kept", data: ["key": "new"]), options: options)
      try await context.client.delete(
        ConfigMap.self, context.key("kept"), options: DeleteOptions(isDryRun: true))
      let read = try await context.client.get(ConfigMap.self, context.key("kept"))
      try requireEqual(read.fields, kept.fields, "the object after dry runs")
    },
    Check("defaults are filled in") { context in
      let pod = try await context.client.create(context.pod("plain"))
      try requireEqual(pod.spec.restartPolicy, "Always", "the restart policy")
      try requireEqual(pod.spec.terminationGracePeriodSeconds, 30, "the grace period")
      try requireEqual(pod.spec.containers.first?.imagePullPolicy, "IfNotPresent", "the pull policy")
      try requireEqual(pod.status.phase, "Pending", "the phase")
    },
  ]
}
