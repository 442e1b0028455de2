import APIMachinery

/// A kind for tests: wants `spec.size` cups.
struct Shelf: Resource {
  var fields: JSONObject

  static let definition = ResourceDefinition(
    group: "shop.example.com", version: "v1", kind: "Shelf", plural: "shelves", subresources: ["status"])

  var size: Int {
    get { Int(fields["spec"]?["size"]?.intValue ?? 0) }
    set {
      var spec = fields["spec"]?.objectValue ?? JSONObject()
      spec["size"] = .int(Int64(newValue))
      fields["spec"] = .object(spec)
    }
  }

  var filled: Int? {
    get { (fields["status"]?["filled"]?.intValue).map { Int($0) } }
    set {
      var status = fields["status"]?.objectValue ?? JSONObject()
      status["filled"] = newValue.map { .int(Int64($0)) }
      fields["status"] = .object(status)
    }
  }

  static func named(_ name: String, in namespace: String = "default", size: Int = 0) -> Shelf {
    Shelf {
      $0.metadata.name = name
      $0.metadata.namespace = namespace
      $0.size = size
    }
  }
}

/// A kind for tests: stands on a shelf.
struct Cup: Resource {
  var fields: JSONObject

  static let definition = ResourceDefinition(
    group: "shop.example.com", version: "v1", kind: "Cup", plural: "cups")

  var color: String? {
    get { fields["spec"]?["color"]?.stringValue }
    set { fields["spec"] = newValue.map { ["color": .string($0)] } }
  }

  static func named(_ name: String, in namespace: String = "default", color: String? = nil) -> Cup {
    Cup {
      $0.metadata.name = name
      $0.metadata.namespace = namespace
      if let color { $0.color = color }
    }
  }
}
