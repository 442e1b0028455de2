import APIMachinery
import KubernetesAPI

extension KubernetesObject {
  /// The number at the end of the name: the place of a member, or of its claim, in its set.
  var memberNumber: Int { Int(key.name.split(separator: "-").last ?? "") ?? 0 }
}

extension PersistentVolumeClaim {
  var storage: String {
    fields["spec"]?["resources"]?["requests"]?["storage"]?.stringValue ?? ""
  }
}

/// Sizes in the gallery are whole numbers of one unit.
func gibibytes(_ text: String) -> Int { Int(text.prefix { $0.isNumber }) ?? 0 }
