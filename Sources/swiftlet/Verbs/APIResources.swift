import APIMachinery
import ArgumentParser

/// `swiftlet api-resources`: lists what the server has.
struct APIResources: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api-resources", abstract: "List the resources that the server has.")

  @OptionGroup var connection: ConnectionOptions
  @Option(name: [.short, .long], help: "wide or name.") var output: String?
  @Option(name: .long, help: "Only resources that live in namespaces (true), or that do not (false).")
  var namespaced: Bool?
  @Option(name: .long, help: "Only those of a group; '' is the core group.") var apiGroup: String?
  @Option(name: .long, help: "Only those with these verbs.") var verbs: [String] = []
  @Option(name: .long, help: "Only those of these categories.") var categories: [String] = []
  @Option(name: .long, help: "name or kind.") var sortBy: String?
  @Flag(name: .long, help: "Leave the header out.") var noHeaders = false

  func run() async throws {
    guard [nil, "", "wide", "name"].contains(output) else {
      throw CommandError("--output \(output ?? "") is not available")
    }
    guard [nil, "name", "kind"].contains(sortBy) else {
      throw CommandError("--sort-by accepts only name or kind")
    }
    try await connection.withSession { session in
      Terminal.write(text(try await session.mapper().resources))
    }
  }

  func text(_ all: [ResourceDefinition]) -> String {
    let resources = sorted(all.filter(isWanted))
    if output == "name" { return resources.map { "\($0.groupResource)\n" }.joined() }
    let header = ["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"]
    let isWide = output == "wide"
    let rows = resources.map { resource in
      [
        resource.plural, resource.shortNames.joined(separator: ","), resource.apiVersion,
        "\(resource.isNamespaced)",
        resource.kind,
      ] + (isWide ? [resource.verbs.joined(separator: ","), resource.categories.joined(separator: ",")] : [])
    }
    let head = isWide ? header + ["VERBS", "CATEGORIES"] : header
    return TextColumns.layOut((noHeaders ? [] : [head]) + rows)
  }

  private func isWanted(_ resource: ResourceDefinition) -> Bool {
    if let namespaced, namespaced != resource.isNamespaced { return false }
    if let apiGroup, apiGroup != resource.group { return false }
    let wantedVerbs = verbs.flatMap { $0.split(separator: ",").map(String.init) }
    let wantedCategories = categories.flatMap { $0.split(separator: ",").map(String.init) }
    return !resource.verbs.isEmpty && wantedVerbs.allSatisfy(resource.verbs.contains)
      && wantedCategories.allSatisfy(resource.categories.contains)
  }

  /// Kubernetes: `kubectl api-resources`: by group and name unless told otherwise.
  private func sorted(_ resources: [ResourceDefinition]) -> [ResourceDefinition] {
    resources.sorted { left, right in
      switch sortBy {
      case "name": left.plural < right.plural
      case "kind": left.kind < right.kind
      default: (left.group, left.plural) < (right.group, right.plural)
      }
    }
  }
}
