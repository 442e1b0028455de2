import CRDGenerator
import CustomResources
import PostgresOperator

/// Writes the definition of the kind: `swift run postgres-definitions > crds.yaml`.
@main struct Definitions: CRDGenerator {
  static let kinds: [any CustomResource.Type] = [PostgresCluster.self]
}
