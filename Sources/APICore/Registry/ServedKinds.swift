public import APIMachinery

/// The kinds of a program, made ready for serving once, for any number of services.
///
/// To make them takes milliseconds, which somebody who starts a thousand services in a process should spend once.
public struct ServedKinds: Sendable {
  let compiler: SchemaCompiler
  let resources: [ServedResource]
  let snapshot: RegistrySnapshot

  init(compiler: SchemaCompiler, resources: [ServedResource], snapshot: RegistrySnapshot) {
    self.compiler = compiler
    self.resources = resources
    self.snapshot = snapshot
  }

  public init(_ kinds: [KindSchema]) { self = ResourceRegistry(compiling: kinds).served }
}
