import APIMachinery
import Testing

@testable import swiftlet

@Suite struct AuthRulesTests {
  @Test func `each resource is a row, with the verbs of all rules about it`() {
    let status: JSON = [
      "resourceRules": [
        ["verbs": ["get", "list"], "apiGroups": ["", "apps"], "resources": ["pods", "deployments/scale"]],
        ["verbs": ["create"], "apiGroups": [""], "resources": ["pods"]],
        ["verbs": ["get"], "apiGroups": [""], "resources": ["secrets"], "resourceNames": ["a", "b"]],
      ],
      "nonResourceRules": [["verbs": ["get"], "nonResourceURLs": ["/healthz", "/api"]]],
    ]
    #expect(
      AuthRules(status).table(showsHeaders: true) == """
        Resources                Non-Resource URLs   Resource Names   Verbs
        deployments/scale        []                  []               [get list]
        pods                     []                  []               [get list create]
        secrets                  []                  [a]              [get]
        secrets                  []                  [b]              [get]
        deployments.apps/scale   []                  []               [get list]
        pods.apps                []                  []               [get list]
                                 [/api]              []               [get]
                                 [/healthz]          []               [get]

        """)
  }
}
