extension Schemas {
  static let apiextensionsV1CustomResourceDefinition = #"""
    api apiextensions.k8s.io/v1 io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1

    kind CustomResourceDefinition short(crd crds) categories(api-extensions) cluster subresources(status)
        "A kind of the cluster's users: its names, its versions and the schemas of its objects."
      spec    CustomResourceDefinitionSpec    required  "The kind as it is wanted."
      status  CustomResourceDefinitionStatus            "The kind as it is served."

    type CustomResourceDefinitionSpec  "A kind as it is wanted."
      conversion             CustomResourceConversion           default({})
          "How objects are brought from one version to another."
      group                  string                             required
          "The API group; the objects are served under /apis/GROUP. Cannot be changed."
      names                  CustomResourceDefinitionNames      required
          "The names of the kind and of its resource."
      preserveUnknownFields  bool
          "Must be false; a schema says x-kubernetes-preserve-unknown-fields instead."
      scope                  string                             required  enum(Cluster Namespaced)
          "Whether the objects live in namespaces: Cluster or Namespaced. Cannot be changed."
      versions               [CustomResourceDefinitionVersion]  required  "The versions of the kind."

    type CustomResourceDefinitionNames  "The names of a kind and of its resource."
      categories  [string]           "Groups of resources that the kind belongs to, such as all."
      kind        string   required  "The kind: in CamelCase and singular."
      listKind    string             "The kind of a list; the kind with List behind it when not given."
      plural      string   required  "The resource's name in paths: in small letters and plural."
      shortNames  [string]           "Short names for command lines."
      singular    string             "The singular name; the kind in small letters when not given."

    type CustomResourceDefinitionVersion  "One version of a kind."
      additionalPrinterColumns  [CustomResourceColumnDefinition]
          "The columns of a table, beside the name; the age when not given."
      deprecated                bool                         "Whether a use of the version is warned of."
      deprecationWarning        string                       "The warning, instead of the usual one."
      name                      string             required  "The version's name: v1, v2beta1."
      schema                    CustomResourceValidation     "The schema of the version's objects."
      selectableFields          [SelectableField]            "Fields that field selectors may name."
      served                    bool               required  default(false)  "Whether the version is served."
      storage                   bool               required  default(false)
          "Whether objects are stored in this version; one version must be."
      subresources              CustomResourceSubresources   "What hangs below each object."

    type CustomResourceValidation  "What objects must be like."
      openAPIV3Schema  JSONSchemaProps  "The structural schema that defaults, pruning and validation follow."

    type CustomResourceColumnDefinition  "A column of the table of a kind's objects."
      description  string           "What the column shows."
      format       string           "The form of the value: int32, date-time, ..."
      jsonPath     string  required "Where the value is found in the object."
      name         string  required "The head of the column."
      priority     int32            "0 shows always, greater ones with -o wide."
      type         string  required "The type of the value: string, integer, date, ..."

    type CustomResourceSubresources  "What hangs below each object of a kind."
      scale   CustomResourceSubresourceScale   "A number of replicas that can be read and set alone."
      status  CustomResourceSubresourceStatus  "A status that is written apart from the rest."

    type CustomResourceSubresourceStatus  "Says that a kind has a status that is written apart from the rest."

    type CustomResourceSubresourceScale  "Where an object has its number of replicas."
      labelSelectorPath   string            "The path of the selector, as a text, below .spec or .status."
      specReplicasPath    string  required  "The path of the number that is wanted, below .spec."
      statusReplicasPath  string  required  "The path of the number that there is, below .status."

    type SelectableField  "A field that field selectors may name."
      jsonPath  string  required  "The path of the field, such as .spec.color."

    type CustomResourceConversion  "How objects are brought from one version to another."
      strategy  string             required  default(None)
          "None changes the apiVersion alone; Webhook asks a web server."
      webhook   WebhookConversion            "The web server; for Webhook alone."

    type WebhookConversion  "A web server that brings objects from one version to another."
      clientConfig              WebhookClientConfig           "How the server is called."
      conversionReviewVersions  [string]             required
          "The versions of ConversionReview that the server understands, the best first."

    type WebhookClientConfig  "How a web server is called: by a URL or through a service."
      caBundle  bytes             "The certificate authorities that the server's certificate is checked by, in PEM."
      service   ServiceReference  "The service in front of the server."
      url       string            "The address of the server: https://host:port/path."

    type ServiceReference  "A service that is called over HTTPS."
      name       string  required  "The service's name."
      namespace  string  required  "The service's namespace."
      path       string            "The path of the request."
      port       int32             default(443)  "The service's port."

    type CustomResourceDefinitionStatus  "A kind as it is served."
      acceptedNames       CustomResourceDefinitionNames       "The names that are served."
      conditions          [CustomResourceDefinitionCondition] list(type)
          "Aspects of the state: NamesAccepted, Established, Terminating."
      observedGeneration  int64     "The generation of the object that the status was computed from."
      storedVersions      [string]  "The versions in which objects may be stored."

    type CustomResourceDefinitionCondition  "An aspect of the state of a kind."
      lastTransitionTime  time             "When the status last changed."
      message             string           "Why the condition has its status, in words for people."
      observedGeneration  int64            "The generation of the object that the condition was computed from."
      reason              string           "Why the condition has its status, in one word for programs."
      status              string  required "Whether it holds: True, False or Unknown."
      type                string  required "The aspect."

    type ExternalDocumentation  "Where more is written about a schema."
      description  string  "What is written there."
      url          string  "The address."

    type ValidationRule  "A rule in the Common Expression Language."
      fieldPath          string            "The path of the field that a failure is reported at."
      message            string            "What is said when the rule does not hold."
      messageExpression  string            "An expression that gives the message."
      optionalOldSelf    bool
          "Whether the rule is also asked when there is no old value; oldSelf is an optional value then."
      reason             string
          "The reason of the failure: FieldValueInvalid, FieldValueForbidden, FieldValueRequired or FieldValueDuplicate."
      rule               string  required  "The expression; it is true of a valid value, which it names self."

    type JSONSchemaProps  "A schema of JSON values."
      $ref                                  string             "Not allowed in a kind's schema."
      $schema                               string             "The version of the schema language."
      additionalItems                       any                "Not allowed in a kind's schema."
      additionalProperties                  any
          "The schema of the values of a map; excludes properties."
      allOf                                 [JSONSchemaProps]  "Schemas that must all hold."
      anyOf                                 [JSONSchemaProps]  "Schemas of which one must hold."
      default                               any                "The value of a property that is not given."
      definitions                           map[JSONSchemaProps]  "Not allowed in a kind's schema."
      dependencies                          map[any]           "Not allowed in a kind's schema."
      description                           string             "What the value means, for explain."
      enum                                  [any]              "The only values allowed."
      example                               any                "An example of a value."
      exclusiveMaximum                      bool               "Whether the maximum itself is too much."
      exclusiveMinimum                      bool               "Whether the minimum itself is too little."
      externalDocs                          ExternalDocumentation  "Where more is written about the value."
      format                                string             "The form of a text or the size of a number."
      id                                    string             "Not allowed in a kind's schema."
      items                                 any                "The schema of the elements of an array."
      maxItems                              int64              "How many elements an array may have."
      maxLength                             int64              "How many characters a text may have."
      maxProperties                         int64              "How many members an object may have."
      maximum                               number             "How great a number may be."
      minItems                              int64              "How many elements an array must have."
      minLength                             int64              "How many characters a text must have."
      minProperties                         int64              "How many members an object must have."
      minimum                               number             "How small a number may be."
      multipleOf                            number             "The number must be a multiple of this one."
      not                                   JSONSchemaProps    "A schema that must not hold."
      nullable                              bool               "Whether the value may be null."
      oneOf                                 [JSONSchemaProps]  "Schemas of which exactly one must hold."
      pattern                               string             "The regular expression that a text must match."
      patternProperties                     map[JSONSchemaProps]  "Not allowed in a kind's schema."
      properties                            map[JSONSchemaProps]  "The schemas of an object's members."
      required                              [string]           "The members that an object must have."
      title                                 string             "A name for the schema."
      type                                  string             "The type of the value: object, array, string, ..."
      uniqueItems                           bool               "Must not be true."
      x-kubernetes-embedded-resource        bool
          "Whether the value is a whole object with apiVersion, kind and metadata."
      x-kubernetes-int-or-string            bool               "Whether the value is a number or a text."
      x-kubernetes-list-map-keys            [string]           "The members that tell elements of a list apart."
      x-kubernetes-list-type                string
          "How server-side apply merges a list: atomic, set or map."
      x-kubernetes-map-type                 string
          "How server-side apply merges an object: granular or atomic."
      x-kubernetes-preserve-unknown-fields  bool
          "Whether members that the schema does not declare are kept."
      x-kubernetes-validations              [ValidationRule]   list(rule) patch(rule)
          "Rules in the Common Expression Language."
    """#
}
