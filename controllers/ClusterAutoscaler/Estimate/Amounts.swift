import APIMachinery
import KubernetesAPI

/// Amounts of resources in whole units: thousandths of a CPU, bytes, pieces; in the byte order of their names.
struct Amounts: Sendable, Hashable {
  private(set) var items: [Item] = []

  struct Item: Sendable, Hashable {
    var name: String
    var amount: Int64
  }

  init() {}

  init(_ list: ResourceList) { add(list) }

  private mutating func add(_ list: ResourceList) {
    for (name, quantity) in list { self[name] += name == "cpu" ? quantity.milliValue : quantity.value }
  }

  /// Kubernetes: `component-helpers/resource PodRequests`: the containers together, or the largest init container;
  /// and one place among the node's pods.
  init(requestsOf spec: PodSpec) {
    items.reserveCapacity(4)
    for container in spec.containers {
      if let requests = container.resources?.requests { add(requests) }
    }
    for container in spec.initContainers {
      let one = Amounts(container.resources?.requests ?? ResourceList())
      for item in one.items { self[item.name] = max(self[item.name], item.amount) }
    }
    add(spec.overhead)
    self["pods"] = 1
  }

  subscript(name: String) -> Int64 {
    get { items.first { $0.name == name }?.amount ?? 0 }
    set {
      if let place = items.firstIndex(where: { $0.name == name }) {
        items[place].amount = newValue
      } else {
        let place = items.firstIndex { name.utf8.lexicographicallyPrecedes($0.name.utf8) } ?? items.count
        items.insert(Item(name: name, amount: newValue), at: place)
      }
    }
  }

  static func += (left: inout Amounts, right: Amounts) {
    for item in right.items { left[item.name] += item.amount }
  }

  static func -= (left: inout Amounts, right: Amounts) {
    for item in right.items { left[item.name] -= item.amount }
  }

  /// What is missing for `request`, as the scheduler words it; `nil` when nothing is.
  func shortage(of request: Amounts) -> String? {
    guard let item = request.items.first(where: { $0.amount > 0 && $0.amount > self[$0.name] }) else {
      return nil
    }
    return item.name == "pods" ? "Too many pods" : "Insufficient \(item.name)"
  }
}
