import APIMachinery
import ObjectStore
import Synchronization
import VPCAddressing

/// Addresses and ports that a service was given and that are not stored yet.
struct ServiceClaims: Sendable {
  var addresses: [UInt32] = []
  var ports: [Int] = []
  var isEmpty: Bool { addresses.isEmpty && ports.isEmpty }
}

/// Hands out the services' cluster addresses and node ports.
///
/// Kubernetes: `pkg/registry/core/service/{ipallocator,portallocator}`. The lower part of each range is left to those
/// who ask for a certain address or port.
final class ServiceAllocator: Sendable {
  struct State {
    var isLoaded = false
    var addresses: Set<UInt32> = []
    var ports: Set<Int> = []
  }

  private let state = Mutex(State())
  private let range: IPv4Range
  private let ports: ClosedRange<Int>
  private let rangeText: String

  init(options: APIServiceOptions) {
    let cidr =
      (try? IPv4CIDR(options.serviceCIDR))
      ?? IPv4CIDR(containing: IPv4Address(10, 100, 0, 0), prefixLength: 16)
    range = cidr.range
    rangeText = cidr.description
    ports = options.nodePorts
  }

  var isLoaded: Bool { state.withLock { $0.isLoaded } }

  /// Takes over what the stored services have.
  func load(_ services: [JSONObject]) {
    state.withLock { state in
      guard !state.isLoaded else { return }
      state.isLoaded = true
      for service in services {
        state.addresses.formUnion(Self.addresses(of: service))
        state.ports.formUnion(Self.ports(of: service))
      }
    }
  }

  static func addresses(of service: JSONObject) -> [UInt32] {
    let spec = service.object("spec") ?? JSONObject()
    let texts = spec.array("clusterIPs").compactMap(\.stringValue) + [spec.string("clusterIP") ?? ""]
    return texts.compactMap { (try? IPv4Address($0))?.rawValue }
  }

  static func ports(of service: JSONObject) -> [Int] {
    let spec = service.object("spec") ?? JSONObject()
    let ports = spec.array("ports").compactMap { $0["nodePort"]?.intValue }
    return (ports + [spec["healthCheckNodePort"]?.intValue ?? 0]).filter { $0 > 0 }.map(Int.init)
  }

  // MARK: Giving back

  func release(_ claims: ServiceClaims) {
    if claims.isEmpty { return }
    state.withLock { state in
      state.addresses.subtract(claims.addresses)
      state.ports.subtract(claims.ports)
    }
  }

  func releaseAll(of object: JSONObject, _ served: ServedResource) {
    guard served.storeName == "services" else { return }
    release(ServiceClaims(addresses: Self.addresses(of: object), ports: Self.ports(of: object)))
  }

  /// Gives back what the old version of a service had and the new one has not.
  func releaseWhatIsGone(from old: JSONObject, to new: StoredObject, _ served: ServedResource) {
    guard served.storeName == "services" else { return }
    let new = new.tree
    let (addresses, ports) = (Self.addresses(of: new), Self.ports(of: new))
    release(
      ServiceClaims(
        addresses: Self.addresses(of: old).filter { !addresses.contains($0) },
        ports: Self.ports(of: old).filter { !ports.contains($0) }))
  }

  // MARK: Claiming

  /// Gives a service the addresses and ports that it needs, or those that it asks for.
  ///
  /// - Throws: `Invalid` when one that it asks for is taken or out of range.
  func claim(_ object: inout JSONObject, old: JSONObject?, _ served: ServedResource, _ world: World)
    throws(StatusError) -> ServiceClaims
  {
    var claims = ServiceClaims()
    var errors = FieldErrors()
    var spec = object.object("spec") ?? JSONObject()
    state.withLock { state in
      claimAddress(&spec, old: old, &state, &claims, &errors, world)
      claimPorts(&spec, old: old, &state, &claims, &errors, world)
    }
    guard errors.isEmpty else {
      release(claims)
      throw .invalid(served, name: object.metadataFields.string("name") ?? "", errors.list)
    }
    object["spec"] = .object(spec)
    return claims
  }

  private func claimAddress(
    _ spec: inout JSONObject, old: JSONObject?, _ state: inout State, _ claims: inout ServiceClaims,
    _ errors: inout FieldErrors, _ world: World
  ) {
    guard spec.string("type") != "ExternalName" else { return }
    var wanted = spec.string("clusterIP") ?? ""
    if wanted.isEmpty, let first = spec.array("clusterIPs").first?.stringValue { wanted = first }
    if wanted == "None" { return setAddress("None", &spec) }
    if wanted.isEmpty {
      guard let address = freeAddress(state, world) else {
        return errors.invalid("spec.clusterIPs", .array([]), "failed to allocate an IP: range is full")
      }
      state.addresses.insert(address)
      claims.addresses.append(address)
      return setAddress(IPv4Address(rawValue: address).description, &spec)
    }
    setAddress(wanted, &spec)
    guard let address = (try? IPv4Address(wanted))?.rawValue else { return }
    if let old, Self.addresses(of: old).contains(address) { return }
    let problem: String
    if !range.contains(IPv4Address(rawValue: address)) {
      problem = "provided IP is not in the valid range. The range of valid IPs is \(rangeText)"
    } else if state.addresses.contains(address) {
      problem = "failed to allocate IP \(wanted): provided IP is already allocated"
    } else {
      state.addresses.insert(address)
      claims.addresses.append(address)
      return
    }
    errors.invalid("spec.clusterIPs", [.string(wanted)], problem)
  }

  private func setAddress(_ address: String, _ spec: inout JSONObject) {
    spec["clusterIP"] = .string(address)
    if spec["clusterIPs"] == nil { spec["clusterIPs"] = [.string(address)] }
  }

  /// An address of the upper part of the range, from a random place on; of the lower part when the upper one is full.
  private func freeAddress(_ state: State, _ world: World) -> UInt32? {
    let (first, count) = (range.first.rawValue + 1, UInt32(range.count - 2))
    let reserved = min(max(16, count / 16), 256)
    let upper = count - reserved
    let start = UInt32(world.random.next(below: UInt64(upper)))
    for step in 0..<upper {
      let address = first + reserved + (start + step) % upper
      if !state.addresses.contains(address) { return address }
    }
    return (1..<reserved).lazy.map { first + $0 }.first { !state.addresses.contains($0) }
  }

  private func claimPorts(
    _ spec: inout JSONObject, old: JSONObject?, _ state: inout State, _ claims: inout ServiceClaims,
    _ errors: inout FieldErrors, _ world: World
  ) {
    let type = spec.string("type") ?? "ClusterIP"
    let isNeeded =
      type == "NodePort" || (type == "LoadBalancer" && spec["allocateLoadBalancerNodePorts"] != false)
    let before = old.map { Self.ports(of: $0) } ?? []
    var list = spec.array("ports")
    for index in list.indices {
      guard case .object(var port) = list[index] else { continue }
      let wanted = Int(port["nodePort"]?.intValue ?? 0)
      if wanted > 0, before.contains(wanted) { continue }
      if wanted == 0 {
        guard isNeeded, let free = freePort(state, world) else { continue }
        state.ports.insert(free)
        claims.ports.append(free)
        port["nodePort"] = .int(Int64(free))
        list[index] = .object(port)
      } else if !ports.contains(wanted) {
        errors.invalid(
          "spec.ports[\(index)].nodePort", .int(Int64(wanted)),
          "provided port is not in the valid range. The range of valid ports is "
            + "\(ports.lowerBound)-\(ports.upperBound)")
      } else if state.ports.contains(wanted), !claims.ports.contains(wanted) {
        errors.invalid(
          "spec.ports[\(index)].nodePort", .int(Int64(wanted)), "provided port is already allocated")
      } else {
        state.ports.insert(wanted)
        claims.ports.append(wanted)
      }
    }
    if !list.isEmpty { spec["ports"] = .array(list) }
  }

  private func freePort(_ state: State, _ world: World) -> Int? {
    let reserved = min(max(ports.count / 32, 16), 128)
    let upper = max(ports.count - reserved, 1)
    let start = Int(world.random.next(below: UInt64(upper)))
    for step in 0..<upper {
      let port = ports.lowerBound + reserved + (start + step) % upper
      if !state.ports.contains(port) { return port }
    }
    return ports.first { !state.ports.contains($0) }
  }
}

extension APIService {
  /// Has the allocator know the services of the store.
  func loadServices() {
    guard !services.isLoaded, let page = try? store.list(resource: "services") else { return }
    services.load(page.objects.map(\.tree))
  }
}
