import APIMachinery
import EKSAPI
import KubernetesAPI

/// The schema of a kind that is served without being asked for.
func builtInSchema<Kind: Resource>(of kind: Kind.Type) -> KindSchema? { SchemaCatalog.all.kind(of: kind) }
