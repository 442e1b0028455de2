extension Schemas {
  static let authenticationV1 = #"""
    api authentication.k8s.io/v1 io.k8s.api.authentication.v1

    kind TokenReview cluster verbs(create)  "Asks who a bearer token belongs to."
      spec    TokenReviewSpec    required  "The token."
      status  TokenReviewStatus  "Who it belongs to."

    type TokenReviewSpec  "A token, and who asks."
      audiences  [string]  "Those who would accept the token; the API server when not given."
      token      string    required  "The token."

    type TokenReviewStatus  "Who a token belongs to."
      audiences      [string]  "Those of the audiences asked for that the token is meant for."
      authenticated  bool  "Whether the token is valid."
      error          string  "Why the token could not be checked."
      user           UserInfo  "Who it belongs to."

    type UserInfo  "A user."
      extra     map[[string]]  "Further facts from the authenticator."
      groups    [string]  "The groups of the user."
      uid       string  "The identity of the user."
      username  string  "The name of the user."

    kind TokenRequest plural() verbs()  "Asks for a token of a service account."
      spec    TokenRequestSpec  "The token wanted."
      status  TokenRequestStatus  "The token."

    type TokenRequestSpec  "The token that is wanted."
      audiences          [string]  "Those that the token is meant for."
      boundObjectRef     BoundObjectReference  "The object that the token goes with."
      expirationSeconds  int64                 default(3600) min(600)
          "How long the token is to be valid."

    type BoundObjectReference  "The object that a token goes with."
      apiVersion  string  "The group and version of the object."
      kind        string  "The kind of the object: Pod, Secret or Node."
      name        string  "The name of the object."
      uid         string  "The identity of the object."

    type TokenRequestStatus  "A token."
      expirationTimestamp  time  "When it expires."
      token                string  "The token."

    kind SelfSubjectReview cluster verbs(create)  "Asks who the caller is."
      status  SelfSubjectReviewStatus  "Who the caller is."

    type SelfSubjectReviewStatus  "Who the caller is."
      userInfo  UserInfo  "The user."
    """#
}
