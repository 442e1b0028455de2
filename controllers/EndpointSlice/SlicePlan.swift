import APIMachinery
import KubernetesAPI

/// Decides how the endpoints of a Service lie in slices: at most so many a slice, and with as few changes to
/// the slices that exist as can be, since each change goes to every node of the cluster.
///
/// Kubernetes: `endpointslice/reconciler.go`, `reconcileByPortMapping`.
struct SlicePlan {
  /// Slices to make; they have no name yet.
  var creates: [[Endpoint]] = []
  /// Slices to change, with their new endpoints.
  var updates: [(EndpointSlice, [Endpoint])] = []
  var deletes: [EndpointSlice] = []

  /// - Parameters:
  ///   - existing: The slices with these ports.
  ///   - wanted: The endpoints that shall be in them.
  ///   - limit: How many endpoints a slice may hold.
  /// - Complexity: O(*n*) in the number of endpoints.
  init(existing: [EndpointSlice], wanted: [Endpoint], limit: Int) {
    var open = Wanted(wanted)
    var kept = existing.map { slice in Slot(slice, taking: &open) }
    var rest = open.rest
    // Fill the slices that change anyway, the fullest first.
    let order = kept.indices.filter { kept[$0].hasChanged }.sorted {
      kept[$0].endpoints.count > kept[$1].endpoints.count
    }
    for index in order where !rest.isEmpty && !kept[index].endpoints.isEmpty {
      kept[index].take(&rest, limit: limit)
    }
    Self.placeRemainder(&rest, in: &kept, limit: limit)
    while !rest.isEmpty {
      creates.append(Array(rest.prefix(limit)))
      rest.removeFirst(min(limit, rest.count))
    }
    settle(kept)
  }

  /// The last few endpoints go to the fullest slice that has room for all of them.
  private static func placeRemainder(_ rest: inout [Endpoint], in kept: inout [Slot], limit: Int) {
    let remainder = rest.count % limit
    guard remainder > 0 else { return }
    let candidates = kept.indices.filter {
      !kept[$0].endpoints.isEmpty && kept[$0].endpoints.count + remainder <= limit
    }
    guard let best = candidates.max(by: { kept[$0].endpoints.count < kept[$1].endpoints.count }) else {
      return
    }
    var tail = Array(rest.suffix(remainder))
    rest.removeLast(remainder)
    kept[best].take(&tail, limit: limit)
  }

  private mutating func settle(_ kept: [Slot]) {
    for slot in kept {
      if slot.endpoints.isEmpty {
        deletes.append(slot.slice)
      } else if slot.hasChanged {
        updates.append((slot.slice, slot.endpoints))
      }
    }
  }

  /// The endpoints that no slice has taken yet, by address.
  private struct Wanted {
    private var byAddress: [String: Endpoint] = [:]
    private let order: [String]

    init(_ endpoints: [Endpoint]) {
      order = endpoints.map(Self.key)
      for endpoint in endpoints { byAddress[Self.key(endpoint)] = endpoint }
    }

    static func key(_ endpoint: Endpoint) -> String {
      (endpoint.targetRef?.uid ?? "") + " " + endpoint.addresses.joined(separator: ",")
    }

    mutating func take(_ endpoint: Endpoint) -> Endpoint? {
      byAddress.removeValue(forKey: Self.key(endpoint))
    }

    /// What is left, in the order given.
    var rest: [Endpoint] { order.compactMap { byAddress[$0] } }
  }

  /// One existing slice and what it shall hold.
  private struct Slot {
    let slice: EndpointSlice
    var endpoints: [Endpoint] = []
    var hasChanged = false

    init(_ slice: EndpointSlice, taking wanted: inout Wanted) {
      self.slice = slice
      for endpoint in slice.endpoints {
        guard let new = wanted.take(endpoint) else {
          hasChanged = true
          continue
        }
        endpoints.append(new)
        if new != endpoint { hasChanged = true }
      }
    }

    mutating func take(_ rest: inout [Endpoint], limit: Int) {
      let count = min(max(0, limit - endpoints.count), rest.count)
      guard count > 0 else { return }
      endpoints += rest.prefix(count)
      rest.removeFirst(count)
      hasChanged = true
    }
  }
}
