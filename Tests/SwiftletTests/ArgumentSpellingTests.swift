import Testing

@testable import swiftlet

@Suite struct ArgumentSpellingTests {
  @Test(arguments: [
    ("get pods -oyaml", "get pods -o yaml"),
    ("get pods -o=wide", "get pods -o wide"),
    ("get pods -nkube-system", "get pods -n kube-system"),
    ("-n shop get pods", "get pods -n shop"),
    ("--kubeconfig=f --context c get po", "get po --kubeconfig=f --context c"),
    ("delete pod web --wait=false", "delete pod web --no-wait"),
    ("delete pods --all=true", "delete pods --all"),
    ("apply -f a --prune=false", "apply -f a"),
    ("apply -Rf folder", "apply -Rf folder"),
    ("logs -fp web", "logs -fp web"),
    ("api-resources --namespaced=false", "api-resources --namespaced=false"),
    ("label pods web -lapp=web x=false", "label pods web -l app=web x=false"),
  ])
  func `kubectl's ways of writing flags are understood`(typed: String, meant: String) {
    let words = typed.split(separator: " ").map(String.init)
    #expect(ArgumentSpelling.normalized(words).joined(separator: " ") == meant)
  }
}
