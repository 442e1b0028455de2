import APIMachinery
import VPCAddressing

/// What node groups demand.
///
/// EKS: `CreateNodegroup`; Auto Scaling: min <= desired <= max.
struct NodeGroupRules: ResourceRules {
  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    errors.at("spec") { errors in
      if let scaling = spec.object("scalingConfig") {
        errors.at("scalingConfig") { validateScaling(scaling, &$0) }
      }
      if let update = spec.object("updateConfig"), update.contains("maxUnavailable"),
        update.contains("maxUnavailablePercentage")
      {
        errors.invalid(
          "updateConfig", .object(update), "maxUnavailable and maxUnavailablePercentage cannot be both set")
      }
      if let labels = spec.object("labels") {
        errors.at("labels") { MetadataValidator.validateLabels(labels, &$0) }
      }
    }
  }

  private func validateScaling(_ scaling: JSONObject, _ errors: inout FieldErrors) {
    let minimum = scaling["minSize"]?.intValue
    let maximum = scaling["maxSize"]?.intValue
    let desired = scaling["desiredSize"]?.intValue
    if let minimum, let maximum, minimum > maximum {
      errors.invalid(
        "minSize", .int(minimum), "Minimum capacity \(minimum) can't be greater than maximum size \(maximum)")
    }
    if let desired, let maximum, desired > maximum {
      errors.invalid(
        "desiredSize", .int(desired), "desired capacity \(desired) can't be greater than max size \(maximum)")
    }
    if let desired, let minimum, desired < minimum {
      errors.invalid(
        "desiredSize", .int(desired),
        "Minimum capacity \(minimum) can't be greater than desired size \(desired)")
    }
  }
}

/// What Fargate profiles demand.
///
/// EKS: Fargate profiles: at most five selectors, at most five labels in each, every selector with a namespace.
struct FargateProfileRules: ResourceRules {
  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let selectors = object.object("spec")?.array("selectors") ?? []
    errors.at("spec") { errors in
      if selectors.isEmpty {
        errors.required("selectors", "Fargate Profile requires at least one selector.")
      }
      for (index, selector) in selectors.enumerated() {
        errors.push("selectors")
        errors.push(index: index)
        if (selector["namespace"]?.stringValue ?? "").isEmpty { errors.required("namespace") }
        let labels = selector["labels"]?.objectValue?.count ?? 0
        if labels > 5 { errors.tooMany("labels", labels, maximum: 5) }
        errors.pop()
        errors.pop()
      }
    }
  }
}

/// What subnets demand.
///
/// EC2: `CreateSubnet`: /16 to /28.
struct SubnetRules: ResourceRules {
  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    guard let block = spec.string("cidrBlock") else {
      if spec["ipv6Native"] != true { errors.required("spec.cidrBlock") }
      return
    }
    errors.at("spec") { CIDRBlockRules.validate(block, "cidrBlock", &$0) }
  }
}

/// What VPCs demand.
struct VPCRules: ResourceRules {
  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let blocks = (object.object("spec")?.array("cidrBlocks") ?? []).map { $0.stringValue ?? "" }
    var ranges: [IPv4CIDR] = []
    for (index, block) in blocks.enumerated() {
      errors.at("spec") { CIDRBlockRules.validate(block, "cidrBlocks[\(index)]", &$0) }
      guard let range = try? IPv4CIDR(block) else { continue }
      if let other = ranges.first(where: { $0.overlaps(range) }) {
        errors.invalid("spec.cidrBlocks[\(index)]", .string(block), "overlaps \(other)")
      }
      ranges.append(range)
    }
  }
}

/// The ranges that EC2 accepts.
enum CIDRBlockRules {
  static func validate(_ text: String, _ field: String, _ errors: inout FieldErrors) {
    guard ValueFormat.cidr(text).isEmpty else {
      if field.hasPrefix("cidrBlocks") {
        errors.invalid(field, .string(text), each: ValueFormat.cidr(text))
      }
      return
    }
    guard let cidr = try? IPv4CIDR(text) else {
      return errors.invalid(field, .string(text), "the address has bits set behind its prefix")
    }
    if !(16...28).contains(cidr.prefixLength) {
      errors.invalid(field, .string(text), "the block size must be between a /16 and a /28 netmask")
    }
  }
}
