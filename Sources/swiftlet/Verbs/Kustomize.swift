import APIMachinery
import ArgumentParser

/// `swiftlet kustomize`: shows the objects that a `kustomization.yaml` describes.
struct Kustomize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the objects that a kustomization.yaml describes.",
    discussion: "`apply -k`, `delete -k` and `diff -k` work on them.")

  @Argument(help: "The folder with the kustomization.yaml.") var folder = "."

  func run() async throws {
    Terminal.write(YAML.text(of: try await Kustomizer.build(folder).map(\.json)))
  }
}
