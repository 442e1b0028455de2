public import APIMachinery

/// A version of a user's kind, declared by a Swift struct.
///
/// It is a ``Resource`` like the built-in kinds: the calls of the client, controllers, predicates and the test kit take
/// it as they take a Pod.
public protocol CustomResourceVersion: Resource, SchemaStruct {
  /// What the version has beside its schema.
  static var version: CustomVersion { get }
}

/// A user's kind in the version that objects are stored in. `@CustomResource` makes one.
public protocol CustomResource: CustomResourceVersion {
  /// The other versions, which `@CustomResourceVersion` makes; none unless the struct says so.
  static var otherVersions: [any OtherVersion.Type] { get }

  /// How objects are brought from one version to another.
  static var conversion: VersionConversion { get }
}

extension CustomResource {
  public static var otherVersions: [any OtherVersion.Type] { [] }
}

/// A version of a user's kind in which no objects are stored. `@CustomResourceVersion` makes one.
public protocol OtherVersion: CustomResourceVersion {}

/// What a version of a custom resource has beside its schema.
public struct CustomVersion: Sendable {
  var isServed: Bool
  var deprecation: String?
  var columns: [PrinterColumn]
  var scale: ScalePaths?
  var selectableFields: [String]

  /// - Parameters:
  ///   - isServed: Whether requests may name the version.
  ///   - deprecation: What users of the version are warned of; empty for Kubernetes' own words.
  ///   - columns: The columns of `kubectl get` beside the name; the age when there are none.
  ///   - scale: Where the number of replicas stands.
  ///   - selectableFields: The paths of fields that field selectors may name: `.spec.color`.
  public init(
    isServed: Bool = true, deprecation: String? = nil, columns: [PrinterColumn] = [],
    scale: ScalePaths? = nil,
    selectableFields: [String] = []
  ) {
    self.isServed = isServed
    self.deprecation = deprecation
    self.columns = columns
    self.scale = scale
    self.selectableFields = selectableFields
  }
}

/// How objects of a kind are brought from one version to another.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceConversion`.
public struct VersionConversion: Sendable {
  let fields: JSONObject

  /// The `apiVersion` alone changes; fields that a version does not know are lost in it.
  public static let none = VersionConversion(fields: ["strategy": "None"])

  /// A web server in the cluster, behind a Service, is asked.
  public static func webhook(
    service name: String, namespace: String, path: String = "/convert", port: Int = 443,
    caBundle: ByteString? = nil
  ) -> VersionConversion {
    var client: JSONObject = [
      "service": [
        "namespace": .string(namespace), "name": .string(name), "path": .string(path), "port": port.json,
      ]
    ]
    client["caBundle"] = caBundle?.json
    return webhook(client)
  }

  /// A web server at a URL is asked.
  public static func webhook(url: String, caBundle: ByteString? = nil) -> VersionConversion {
    var client: JSONObject = ["url": .string(url)]
    client["caBundle"] = caBundle?.json
    return webhook(client)
  }

  private static func webhook(_ client: JSONObject) -> VersionConversion {
    VersionConversion(fields: [
      "strategy": "Webhook",
      "webhook": ["clientConfig": .object(client), "conversionReviewVersions": ["v1"]],
    ])
  }
}

extension PrinterColumn {
  /// The type of the values of a column.
  public enum ValueType: String, Sendable { case string, integer, number, boolean, date }

  /// A column of `kubectl get`.
  ///
  /// - Parameters:
  ///   - name: The head of the column.
  ///   - path: Where the value stands in the object: `.spec.replicas`.
  ///   - isWide: Whether the column is shown with `-o wide` alone.
  public static func column(
    _ name: String, _ type: ValueType = .string, _ path: String, isWide: Bool = false, summary: String = ""
  ) -> PrinterColumn {
    PrinterColumn(name: name, type: type.rawValue, summary: summary, priority: isWide ? 1 : 0, path: path)
  }

  /// How long the object has been there.
  public static let age = PrinterColumn.column("Age", .date, ".metadata.creationTimestamp")
}
