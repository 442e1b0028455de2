public import CustomResources
import FoundationEssentials

/// A program that writes the definitions of a package's kinds as YAML.
///
///     import CRDGenerator
///     @main struct Definitions: CRDGenerator {
///       static let kinds: [any CustomResource.Type] = [Database.self, Backup.self]
///     }
///
/// `swift run definitions` prints them; `--output FOLDER` writes a file for each, named as `GROUP_PLURAL.yaml`; `--check
/// FOLDER` fails when the files differ from what would be written. `swiftlet crd generate` runs the program.
public protocol CRDGenerator {
  /// The kinds, in the order in which they are printed.
  static var kinds: [any CustomResource.Type] { get }
}

extension CRDGenerator {
  public static func main() {
    let run = GeneratorRun(kinds: kinds)
    do throws(GeneratorError) {
      try run.perform(Array(CommandLine.arguments.dropFirst()))
    } catch {
      Output.writeError("error: \(error.message)\n")
      Output.exit(1)
    }
  }
}

/// Why definitions cannot be written.
struct GeneratorError: Error {
  var message: String
}
