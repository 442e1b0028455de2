import APIMachinery
import ControllerRuntime
import KubernetesAPI

extension DaemonSet {
  /// A new pod for a node. The scheduler binds it, as any other pod: the node stands in its affinity.
  ///
  /// Kubernetes: `pkg/controller/daemon/util CreatePodTemplate`, `ReplaceDaemonSetPodNodeNameNodeAffinity`.
  func pod(onNodeNamed node: String, revision: String) -> Pod {
    let template = spec.template
    return Pod {
      $0.metadata.generateName = "\(metadata.name ?? "")-"
      $0.metadata.namespace = metadata.namespace
      $0.metadata.labels = template.metadata.labels
      $0.metadata.labels[RevisionHistory.label] = revision
      $0.metadata.annotations = template.metadata.annotations
      $0.metadata.finalizers = template.metadata.finalizers
      $0.metadata.ownerReferences = [OwnerReference(controller: self)]
      $0.spec = template.spec.toleratingAsDaemon()
      $0.spec.affinity = Self.affinity(template.spec.affinity, onNodeNamed: node)
    }
  }

  /// The affinity with the one node in place of what was required of nodes: the set has looked at that already.
  private static func affinity(_ given: Affinity?, onNodeNamed node: String) -> Affinity {
    let term = NodeSelectorTerm {
      $0.matchFields = [
        NodeSelectorRequirement {
          $0.key = "metadata.name"
          $0.operator = "In"
          $0.values = [node]
        }
      ]
    }
    var affinity = given ?? Affinity()
    var nodeAffinity = affinity.nodeAffinity ?? NodeAffinity()
    nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution = NodeSelector {
      $0.nodeSelectorTerms = [term]
    }
    affinity.nodeAffinity = nodeAffinity
    return affinity
  }

  /// The present state as its revision keeps it.
  ///
  /// Kubernetes: `pkg/controller/daemon/update.go`, `getPatch`.
  var revisionState: RevisionHistory.State {
    var template = spec.template.fields
    template["$patch"] = "replace"
    return RevisionHistory.State(
      data: ["spec": ["template": .object(template)]], labels: spec.template.metadata.labels,
      annotations: metadata.annotations)
  }
}
