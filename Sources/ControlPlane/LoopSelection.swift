/// Some of the built-in loops, by the names of their controllers: `deployment`, `replicaset`, `scheduler`.
public enum LoopSelection: Hashable, Sendable {
  case all
  case only(Set<String>)
  case without(Set<String>)

  public static let none = LoopSelection.only([])

  public func includes(_ name: String) -> Bool {
    switch self {
    case .all: true
    case .only(let names): names.contains(name)
    case .without(let names): !names.contains(name)
    }
  }
}
