extension Schemas {
  static let authorizationV1 = #"""
    api authorization.k8s.io/v1 io.k8s.api.authorization.v1

    kind SubjectAccessReview cluster verbs(create)  "Asks whether a user may do something."
      spec    SubjectAccessReviewSpec    required
      status  SubjectAccessReviewStatus

    type SubjectAccessReviewSpec
      extra                  map[[string]]
      groups                 [string]
      nonResourceAttributes  NonResourceAttributes
      resourceAttributes     ResourceAttributes
      uid                    string
      user                   string

    type NonResourceAttributes
      path  string
      verb  string

    type ResourceAttributes
      fieldSelector  FieldSelectorAttributes
      group          string
      labelSelector  LabelSelectorAttributes
      name           string
      namespace      string
      resource       string
      subresource    string
      verb           string
      version        string

    type FieldSelectorAttributes
      rawSelector   string
      requirements  [FieldSelectorRequirement]

    type LabelSelectorAttributes
      rawSelector   string
      requirements  [LabelSelectorRequirement]

    type SubjectAccessReviewStatus
      allowed          bool    required
      denied           bool
      evaluationError  string
      reason           string

    kind SelfSubjectAccessReview cluster verbs(create)  "Asks whether the caller may do something."
      spec    SelfSubjectAccessReviewSpec  required
      status  SubjectAccessReviewStatus

    type SelfSubjectAccessReviewSpec
      nonResourceAttributes  NonResourceAttributes
      resourceAttributes     ResourceAttributes

    kind LocalSubjectAccessReview verbs(create)
        "Asks whether a user may do something in one namespace."
      spec    SubjectAccessReviewSpec    required
      status  SubjectAccessReviewStatus

    kind SelfSubjectRulesReview cluster verbs(create)  "Asks what the caller may do in a namespace."
      spec    SelfSubjectRulesReviewSpec  required
      status  SubjectRulesReviewStatus

    type SelfSubjectRulesReviewSpec
      namespace  string

    type SubjectRulesReviewStatus
      evaluationError   string
      incomplete        bool               required
      nonResourceRules  [NonResourceRule]  required
      resourceRules     [ResourceRule]     required

    type NonResourceRule
      nonResourceURLs  [string]
      verbs            [string]  required

    type ResourceRule
      apiGroups      [string]
      resourceNames  [string]
      resources      [string]
      verbs          [string]  required
    """#
}
