extension Schemas {
  static let authorizationV1 = #"""
    api authorization.k8s.io/v1 io.k8s.api.authorization.v1

    kind SubjectAccessReview cluster verbs(create)  "Asks whether a user may do something."
      spec    SubjectAccessReviewSpec    required  "Who wants to do what."
      status  SubjectAccessReviewStatus  "Whether it is allowed."

    type SubjectAccessReviewSpec  "Who wants to do what."
      extra                  map[[string]]  "Further facts about the user."
      groups                 [string]  "The groups of the user."
      nonResourceAttributes  NonResourceAttributes  "The request, for a path that is no resource."
      resourceAttributes     ResourceAttributes  "The request, for a resource."
      uid                    string  "The identity of the user."
      user                   string  "The name of the user."

    type NonResourceAttributes  "A request for a path that is no resource."
      path  string  "The path."
      verb  string  "The HTTP verb."

    type ResourceAttributes  "A request for a resource."
      fieldSelector  FieldSelectorAttributes  "The field selector of the request."
      group          string  "The API group; * stands for all."
      labelSelector  LabelSelectorAttributes  "The label selector of the request."
      name           string  "The name of the object; empty stands for all."
      namespace      string  "The namespace; empty for none or all."
      resource       string  "The resource; * stands for all."
      subresource    string  "The subresource, if any."
      verb           string  "The verb, such as get or create; * stands for all."
      version        string  "The API version; * stands for all."

    type FieldSelectorAttributes  "A field selector, as text or as requirements."
      rawSelector   string  "The selector as text."
      requirements  [FieldSelectorRequirement]  "The selector as requirements."

    type LabelSelectorAttributes  "A label selector, as text or as requirements."
      rawSelector   string  "The selector as text."
      requirements  [LabelSelectorRequirement]  "The selector as requirements."

    type SubjectAccessReviewStatus  "Whether a request is allowed."
      allowed          bool    required  "It is allowed."
      denied           bool  "It is refused, whatever others say."
      evaluationError  string
          "What went wrong while the question was answered; the answer may be right all the same."
      reason           string  "Why."

    kind SelfSubjectAccessReview cluster verbs(create)  "Asks whether the caller may do something."
      spec    SelfSubjectAccessReviewSpec  required  "What the caller wants to do."
      status  SubjectAccessReviewStatus  "Whether it is allowed."

    type SelfSubjectAccessReviewSpec  "What the caller wants to do."
      nonResourceAttributes  NonResourceAttributes  "The request, for a path that is no resource."
      resourceAttributes     ResourceAttributes  "The request, for a resource."

    kind LocalSubjectAccessReview verbs(create)
        "Asks whether a user may do something in one namespace."
      spec    SubjectAccessReviewSpec    required  "Who wants to do what in the namespace."
      status  SubjectAccessReviewStatus  "Whether it is allowed."

    kind SelfSubjectRulesReview cluster verbs(create)  "Asks what the caller may do in a namespace."
      spec    SelfSubjectRulesReviewSpec  required  "The namespace."
      status  SubjectRulesReviewStatus  "What the caller may do."

    type SelfSubjectRulesReviewSpec  "The namespace that is asked about."
      namespace  string  "The namespace."

    type SubjectRulesReviewStatus  "What a caller may do."
      evaluationError   string
          "What went wrong while the question was answered; the answer may be right all the same."
      incomplete        bool               required  "Whether some rules could not be listed."
      nonResourceRules  [NonResourceRule]  required  "Rules about paths that are no resources."
      resourceRules     [ResourceRule]     required  "Rules about resources."

    type NonResourceRule  "A rule about paths."
      nonResourceURLs  [string]  "The paths; a * at the end stands for any."
      verbs            [string]  required  "The HTTP verbs."

    type ResourceRule  "A rule about resources."
      apiGroups      [string]  "The API groups; * stands for all."
      resourceNames  [string]  "The names; empty stands for all."
      resources      [string]  "The resources; * stands for all."
      verbs          [string]  required  "The verbs; * stands for all."
    """#
}
