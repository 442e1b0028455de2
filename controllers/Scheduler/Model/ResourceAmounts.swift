import APIMachinery
import KubernetesAPI

/// Amounts of the resources that the scheduler counts, in whole units: thousandths of a CPU, bytes, pieces.
struct ResourceAmounts: Sendable, Equatable {
  var milliCPU: Int64 = 0
  var memory: Int64 = 0
  var ephemeralStorage: Int64 = 0
  /// Other resources, `vpc.amazonaws.com/pod-eni` or GPUs, in the byte order of their names.
  var others: [Other] = []

  struct Other: Sendable, Equatable {
    var name: String
    var amount: Int64
  }

  init() {}

  init(_ list: ResourceList) {
    for (name, quantity) in list { self[name] = name == "cpu" ? quantity.milliValue : quantity.value }
  }

  /// The amount of one resource by its Kubernetes name.
  subscript(name: String) -> Int64 {
    get {
      switch name {
      case "cpu": milliCPU
      case "memory": memory
      case "ephemeral-storage": ephemeralStorage
      default: others.first { $0.name == name }?.amount ?? 0
      }
    }
    set {
      switch name {
      case "cpu": milliCPU = newValue
      case "memory": memory = newValue
      case "ephemeral-storage": ephemeralStorage = newValue
      default: setOther(name, newValue)
      }
    }
  }

  private mutating func setOther(_ name: String, _ amount: Int64) {
    if let position = others.firstIndex(where: { $0.name == name }) {
      others[position].amount = amount
    } else {
      let place = others.firstIndex { name.utf8.lexicographicallyPrecedes($0.name.utf8) } ?? others.endIndex
      others.insert(Other(name: name, amount: amount), at: place)
    }
  }

  static func += (left: inout ResourceAmounts, right: ResourceAmounts) { left.combine(right, +) }
  static func -= (left: inout ResourceAmounts, right: ResourceAmounts) { left.combine(right, -) }

  /// Raises each amount to that of `other` where `other` has more.
  mutating func formMaximum(_ other: ResourceAmounts) { combine(other) { max($0, $1) } }

  private mutating func combine(_ other: ResourceAmounts, _ operation: (Int64, Int64) -> Int64) {
    milliCPU = operation(milliCPU, other.milliCPU)
    memory = operation(memory, other.memory)
    ephemeralStorage = operation(ephemeralStorage, other.ephemeralStorage)
    for item in other.others { self[item.name] = operation(self[item.name], item.amount) }
  }
}

extension ResourceAmounts {
  /// What a pod asks for.
  ///
  /// Kubernetes: `component-helpers/resource PodRequests`: containers and sidecars run together; an init container
  /// runs beside the sidecars started before it; the pod needs the greater of the two, and its overhead.
  /// Requests of the whole pod (`spec.resources`) replace the sum for the resources that they name.
  ///
  /// - Parameter defaults: Stand in for a container's missing CPU or memory request when scoring.
  init(requestsOf spec: PodSpec, defaults: ResourceAmounts = ResourceAmounts()) {
    var running = ResourceAmounts()
    for container in spec.containers { running += Self.request(of: container, defaults) }
    var sidecars = ResourceAmounts()
    var starting = ResourceAmounts()
    for container in spec.initContainers {
      let request = Self.request(of: container, defaults)
      if container.restartPolicy == "Always" {
        sidecars += request
        starting.formMaximum(sidecars)
      } else {
        var together = sidecars
        together += request
        starting.formMaximum(together)
      }
    }
    running += sidecars
    running.formMaximum(starting)
    if let whole = spec.resources?.requests {
      for (name, quantity) in whole { running[name] = name == "cpu" ? quantity.milliValue : quantity.value }
    }
    running += ResourceAmounts(spec.overhead)
    self = running
  }

  private static func request(of container: Container, _ defaults: ResourceAmounts) -> ResourceAmounts {
    let list = container.resources?.requests ?? ResourceList()
    var amounts = ResourceAmounts(list)
    if list["cpu"] == nil { amounts.milliCPU = defaults.milliCPU }
    if list["memory"] == nil { amounts.memory = defaults.memory }
    return amounts
  }

  /// Kubernetes: `scheduler/util`: 100m CPU and 200 MiB are assumed of a container without requests when nodes are
  /// scored, so that such pods spread too.
  static let scoringDefaults: ResourceAmounts = {
    var amounts = ResourceAmounts()
    amounts.milliCPU = 100
    amounts.memory = 200 << 20
    return amounts
  }()
}
