import APIMachinery
import ObjectStore
import VPCAddressing

extension APIService {
  /// Checks what depends on other objects, or on tables of the AWS side.
  func validateAgainstOthers(
    _ object: JSONObject, old: JSONObject?, _ served: ServedResource, _ errors: inout FieldErrors
  ) {
    switch served.storeName {
    case "nodegroups.eks.services.k8s.aws": validateInstanceTypes(object, old, &errors)
    case "subnets.ec2.services.k8s.aws": validateSubnet(object, old, &errors)
    default: return
    }
  }

  /// EKS: `InvalidParameterException` names the instance type.
  private func validateInstanceTypes(_ object: JSONObject, _ old: JSONObject?, _ errors: inout FieldErrors) {
    let types = object.object("spec")?.array("instanceTypes") ?? []
    if old?.object("spec")?.array("instanceTypes") == types { return }
    for (index, type) in types.enumerated() {
      guard let name = type.stringValue, !options.isInstanceType(name) else { continue }
      errors.invalid("spec.instanceTypes[\(index)]", type, "the specified instance type does not exist")
    }
  }

  // MARK: Subnets

  /// EC2: a subnet lies within its VPC and overlaps no other subnet of it.
  private func validateSubnet(_ object: JSONObject, _ old: JSONObject?, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    guard old == nil, let text = spec.string("cidrBlock"), let cidr = try? IPv4CIDR(text) else { return }
    let namespace = object.metadataFields.string("namespace") ?? ""
    let name = object.metadataFields.string("name") ?? ""
    if let ranges = vpcRanges(of: spec, namespace), !ranges.contains(where: { $0.contains(cidr) }) {
      let list = ranges.map(\.description).joined(separator: ", ")
      errors.invalid("spec.cidrBlock", .string(text), "is not within the VPC's CIDR blocks (\(list))")
    }
    let page = try? store.list(resource: "subnets.ec2.services.k8s.aws")
    for other in page?.objects ?? [] where other.key.name != name || other.key.namespace != namespace {
      let tree = other.tree
      let otherSpec = tree.object("spec") ?? JSONObject()
      guard isSameVPC(spec, namespace, otherSpec, other.key.namespace),
        let block = otherSpec.string("cidrBlock"), let range = try? IPv4CIDR(block),
        range.range.overlaps(cidr.range)
      else { continue }
      errors.invalid("spec.cidrBlock", .string(text), "conflicts with subnet \(other.key.name) (\(block))")
    }
  }

  private func vpcName(_ spec: JSONObject, _ namespace: String) -> StoreKey? {
    let from = spec.object("vpcRef")?.object("from")
    guard let name = from?.string("name") else { return nil }
    return StoreKey(
      resource: "vpcs.ec2.services.k8s.aws", namespace: from?.string("namespace") ?? namespace, name: name)
  }

  private func isSameVPC(_ a: JSONObject, _ aNamespace: String, _ b: JSONObject, _ bNamespace: String) -> Bool
  {
    let (left, right) = (vpcID(a, aNamespace), vpcID(b, bNamespace))
    if let left, let right, left == right { return true }
    let (leftName, rightName) = (vpcName(a, aNamespace), vpcName(b, bNamespace))
    if let leftName, let rightName { return leftName == rightName }
    return left == nil && right == nil && leftName == nil && rightName == nil
  }

  private func vpcID(_ spec: JSONObject, _ namespace: String) -> String? {
    if let id = spec.string("vpcID") { return id }
    return vpcName(spec, namespace).flatMap { store.get($0)?.tree.string(at: "status", "vpcID") }
  }

  /// The ranges of the subnet's VPC; `nil` when the VPC is not known.
  private func vpcRanges(of spec: JSONObject, _ namespace: String) -> [IPv4CIDR]? {
    let vpc: JSONObject?
    if let key = vpcName(spec, namespace) {
      vpc = store.get(key)?.tree
    } else {
      let page = try? store.list(resource: "vpcs.ec2.services.k8s.aws")
      vpc = page?.objects.lazy.map(\.tree).first { $0.string(at: "status", "vpcID") == spec.string("vpcID") }
    }
    guard let vpc else { return nil }
    let blocks = vpc.object("spec")?.array("cidrBlocks").compactMap(\.stringValue) ?? []
    return blocks.compactMap { try? IPv4CIDR($0) }
  }
}
