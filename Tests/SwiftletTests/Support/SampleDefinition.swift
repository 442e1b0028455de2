/// Definitions for the tests with other people's clients.
enum SampleDefinition {
  /// Two versions, one of them deprecated; defaults, rules, subresources, columns, selectable fields.
  static let databases = #"""
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: databases.shop.example.com}
    spec:
      group: shop.example.com
      scope: Namespaced
      names: {plural: databases, singular: database, kind: Database, shortNames: [db], categories: [all, shops]}
      versions:
      - name: v1
        served: true
        storage: true
        additionalPrinterColumns:
        - {name: Engine, type: string, jsonPath: .spec.engine}
        - {name: Replicas, type: integer, jsonPath: .spec.replicas}
        - {name: Ready, type: string, jsonPath: '.status.conditions[?(@.type=="Ready")].status'}
        - {name: Note, type: string, jsonPath: .spec.note, priority: 1}
        - {name: Age, type: date, jsonPath: .metadata.creationTimestamp}
        selectableFields: [{jsonPath: .spec.engine}]
        subresources:
          status: {}
          scale: {specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas, labelSelectorPath: .status.selector}
        schema:
          openAPIV3Schema:
            type: object
            description: Database is a database of the shop.
            required: [spec]
            properties:
              spec:
                type: object
                description: What is wanted.
                required: [engine]
                x-kubernetes-validations:
                - {rule: "self.engine == oldSelf.engine", message: "engine is immutable"}
                - {rule: "self.replicas <= self.maximum", messageExpression: "'replicas %d is more than %d'.format([self.replicas, self.maximum])", reason: FieldValueForbidden, fieldPath: .replicas}
                properties:
                  engine: {type: string, enum: [postgres, mysql], description: Which engine.}
                  replicas: {type: integer, minimum: 0, default: 1}
                  maximum: {type: integer, default: 5}
                  note: {type: string, maxLength: 20}
                  grows: {type: integer, x-kubernetes-validations: [{rule: "self >= oldSelf", message: "grows never shrinks"}]}
                  once: {type: string, x-kubernetes-validations: [{rule: "!oldSelf.hasValue() || oldSelf.value() == self", optionalOldSelf: true, message: "once is set once"}]}
                  port: {x-kubernetes-int-or-string: true}
                  users:
                    type: array
                    x-kubernetes-list-type: map
                    x-kubernetes-list-map-keys: [name]
                    items: {type: object, required: [name], properties: {name: {type: string}, role: {type: string, default: reader}}}
              status:
                type: object
                properties:
                  replicas: {type: integer}
                  selector: {type: string}
                  conditions:
                    type: array
                    items: {type: object, required: [type, status], properties: {type: {type: string}, status: {type: string}}}
      - name: v1beta1
        served: true
        storage: false
        deprecated: true
        deprecationWarning: shop.example.com/v1beta1 Database is deprecated; use v1
        schema:
          openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
    """#

  /// Two versions, of which the second is served if that is said.
  static func widgets(servesSecond: Bool = false) -> String {
    """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: widgets.shop.example.com}
    spec:
      group: shop.example.com
      scope: Namespaced
      names: {plural: widgets, singular: widget, kind: Widget, shortNames: [wd]}
      versions:
      - name: v1
        served: true
        storage: true
        subresources: {status: {}}
        additionalPrinterColumns: [{name: Size, type: integer, jsonPath: .spec.size}]
        schema:
          openAPIV3Schema:
            type: object
            properties:
              spec: {type: object, required: [size], properties: {size: {type: integer}, note: {type: string}}}
              status: {type: object, x-kubernetes-preserve-unknown-fields: true}
      - name: v2
        served: \(servesSecond)
        storage: false
        subresources: {status: {}}
        additionalPrinterColumns: [{name: Capacity, type: integer, jsonPath: .spec.capacity}]
        schema:
          openAPIV3Schema:
            type: object
            properties:
              spec: {type: object, required: [capacity], properties: {capacity: {type: integer}, note: {type: string}}}
              status: {type: object, x-kubernetes-preserve-unknown-fields: true}
    """
  }

  /// The same, with a webhook that converts between the versions.
  static func widgets(url: String, authority: String) -> String {
    widgets(servesSecond: true) + "\n" + """
        conversion:
          strategy: Webhook
          webhook:
            conversionReviewVersions: [v1]
            clientConfig: {url: "\(url)/convert", caBundle: "\(authority)"}
      """
  }
}
