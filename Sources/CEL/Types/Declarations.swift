/// The functions that expressions can call.
///
/// Kubernetes: `apiserver/pkg/cel/environment/base.go` lists the libraries of each release.
struct Declarations: Sendable {
  private(set) var functions: [String: [Overload]] = [:]

  init(_ libraries: [String]) {
    for line in libraries.joined(separator: "\n").split(separator: "\n") {
      let (name, overload) = Overload.parse(line)
      functions[name, default: []].append(overload)
    }
  }

  /// Everything that Kubernetes 1.36 offers.
  static let kubernetes = Declarations([
    standard, comparisons, conversions, time, optionals, strings, sets, lists, regex, urls, quantities,
    addresses,
    formats, versions, authorization, patches,
  ])

  /// The names that stand for types.
  static let typeNames: [String: CELType] = {
    let types: [CELType] = [
      .bool, .int, .uint, .double, .string, .bytes, .duration, .timestamp, .null, .dynList, .dynMap,
      .type(.dyn),
      .optional(.dyn), .opaque("kubernetes.Quantity"), .opaque("kubernetes.URL"), .opaque("net.IP"),
      .opaque("net.CIDR"), .opaque("kubernetes.Semver"), .opaque("kubernetes.NamedFormat"),
    ]
    return .init(uniqueKeysWithValues: types.map { ($0.name, $0) })
  }()
}
