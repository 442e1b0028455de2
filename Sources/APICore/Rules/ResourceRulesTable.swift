import APIMachinery

/// Which kinds have rules of their own.
enum ResourceRulesTable {
  static func rules(for definition: ResourceDefinition) -> any ResourceRules {
    switch definition.groupResource.description {
    case "pods": PodRules()
    case CustomDefinition.resource: DefinitionRules()
    case "validatingadmissionpolicies.admissionregistration.k8s.io": ValidatingPolicyRules()
    case "validatingadmissionpolicybindings.admissionregistration.k8s.io":
      PolicyBindingRules(hasActions: true)
    case "mutatingadmissionpolicies.admissionregistration.k8s.io": MutatingPolicyRules()
    case "mutatingadmissionpolicybindings.admissionregistration.k8s.io": PolicyBindingRules(hasActions: false)
    case "mutatingwebhookconfigurations.admissionregistration.k8s.io",
      "validatingwebhookconfigurations.admissionregistration.k8s.io":
      WebhookConfigurationRules()
    case "deployments.apps", "replicasets.apps": WorkloadRules()
    case "daemonsets.apps": WorkloadRules(name: "daemonset")
    case "statefulsets.apps": StatefulSetRules()
    case "limitranges": LimitRangeRules()
    case "resourcequotas": ResourceQuotaRules()
    case "persistentvolumeclaims": ClaimRules()
    case "persistentvolumes": VolumeRules()
    case "storageclasses.storage.k8s.io": StorageClassRules()
    case "csidrivers.storage.k8s.io": CSIDriverRules()
    case "replicationcontrollers": WorkloadRules(hasMapSelector: true)
    case "jobs.batch": JobRules()
    case "cronjobs.batch": CronJobRules()
    case "services": ServiceRules()
    case "namespaces": NamespaceRules()
    case "nodes": NodeRules()
    case "serviceaccounts": ServiceAccountRules()
    case "configmaps": DataRules(isSecret: false)
    case "secrets": DataRules(isSecret: true)
    case "poddisruptionbudgets.policy": DisruptionBudgetRules()
    case "priorityclasses.scheduling.k8s.io": PriorityClassRules()
    case "leases.coordination.k8s.io": LeaseRules()
    case "endpointslices.discovery.k8s.io": EndpointSliceRules()
    case "roles.rbac.authorization.k8s.io": RoleRules(isNamespaced: true)
    case "clusterroles.rbac.authorization.k8s.io": RoleRules(isNamespaced: false)
    case "rolebindings.rbac.authorization.k8s.io": RoleBindingRules(isNamespaced: true)
    case "clusterrolebindings.rbac.authorization.k8s.io": RoleBindingRules(isNamespaced: false)
    case "ingresses.networking.k8s.io": IngressRules()
    case "networkpolicies.networking.k8s.io": NetworkPolicyRules()
    case "nodegroups.eks.services.k8s.aws": NodeGroupRules()
    case "fargateprofiles.eks.services.k8s.aws": FargateProfileRules()
    case "subnets.ec2.services.k8s.aws": SubnetRules()
    case "vpcs.ec2.services.k8s.aws": VPCRules()
    default: PlainRules()
    }
  }
}
