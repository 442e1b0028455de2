import APIMachinery

/// Which kinds have rules of their own.
enum ResourceRulesTable {
  static func rules(for definition: ResourceDefinition) -> any ResourceRules {
    switch definition.groupResource.description {
    case "pods": PodRules()
    default: PlainRules()
    }
  }
}
