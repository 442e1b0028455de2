import APIMachinery
import ControllerRuntime
import ControllerService
import KubernetesAPI
import KubernetesClient
import Logging

/// Gives each pod the label `team` of its namespace.
@main struct TeamLabel: ControllerProgram {
  var controllers: [Controller] {
    let label = Controller("team-label", for: Pod.self) { pod, context in
      let namespace = context.cache.get(Namespace.self, ObjectKey(name: pod.key.namespace))
      guard let team = namespace?.metadata.labels["team"], pod.metadata.labels["team"] != team else {
        return .done
      }
      try await context.client.patch(
        Pod.self, pod.key, .merge(["metadata": ["labels": ["team": .string(team)]]]))
      context.log.info("Labelled", metadata: ["team": "\(team)"])
      return .done
    }
    return [
      label.watches(Namespace.self, where: .labelsChanged) { change, cache in
        cache.list(Pod.self, namespace: change.object.key.name).map(\.key)
      }
    ]
  }
}
