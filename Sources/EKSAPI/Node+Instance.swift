public import KubernetesAPI

extension Node {
  /// The EC2 instance behind the node, as `spec.providerID` names it: `aws:///us-east-1a/i-0123`; `nil` for a node that
  /// is none, as those of Fargate.
  public var instanceID: String? {
    guard var provider = spec.providerID else { return nil }
    return provider.withUTF8 { bytes in
      let id = bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
      let isInstance = id.first == UInt8(ascii: "i") && id.dropFirst().first == UInt8(ascii: "-")
      return isInstance ? String(decoding: id, as: UTF8.self) : nil
    }
  }
}
