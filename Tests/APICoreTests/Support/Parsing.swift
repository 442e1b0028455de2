import APIMachinery
import EKSAPI
import KubernetesAPI

/// Reads a JSON text that is part of a test.
func json(_ text: String) -> JSON { (try? JSON.parse(text)) ?? .null }

/// The members of a JSON text that is part of a test.
func object(_ text: String) -> JSONObject { json(text).objectValue ?? JSONObject() }

/// The compiled type of a kind.
func type<Kind: Resource>(of kind: Kind.Type) -> ObjectNode {
  var compiler = SchemaCompiler()
  guard let schema = SchemaCatalog.all.kind(of: kind)?.schema else {
    preconditionFailure("\(kind) is not declared")
  }
  return compiler.compile(schema)
}
