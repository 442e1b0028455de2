public import KubernetesAPI

extension Node {
  /// The EC2 instance behind the node, as `spec.providerID` names it: `aws:///us-east-1a/i-0123`; `nil` for a node that
  /// is none, as those of Fargate.
  public var instanceID: String? {
    guard let provider = spec.providerID?.utf8 else { return nil }
    let start = provider.lastIndex(of: UInt8(ascii: "/")).map(provider.index(after:)) ?? provider.startIndex
    let id = provider[start...]
    return id.starts(with: "i-".utf8) ? String(Substring(id)) : nil
  }
}
