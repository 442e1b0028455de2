extension Schemas {
  static let authenticationV1 = #"""
    api authentication.k8s.io/v1 io.k8s.api.authentication.v1

    kind TokenReview cluster verbs(create)  "Asks who a bearer token belongs to."
      spec    TokenReviewSpec    required
      status  TokenReviewStatus

    type TokenReviewSpec
      audiences  [string]
      token      string    required

    type TokenReviewStatus
      audiences      [string]
      authenticated  bool
      error          string
      user           UserInfo

    type UserInfo
      extra     map[[string]]
      groups    [string]
      uid       string
      username  string

    kind TokenRequest plural() verbs()  "Asks for a token of a service account."
      spec    TokenRequestSpec
      status  TokenRequestStatus

    type TokenRequestSpec
      audiences          [string]
      boundObjectRef     BoundObjectReference
      expirationSeconds  int64                 default(3600) min(600)

    type BoundObjectReference
      apiVersion  string
      kind        string
      name        string
      uid         string

    type TokenRequestStatus
      expirationTimestamp  time
      token                string

    kind SelfSubjectReview cluster verbs(create)  "Asks who the caller is."
      status  SelfSubjectReviewStatus

    type SelfSubjectReviewStatus
      userInfo  UserInfo
    """#
}
