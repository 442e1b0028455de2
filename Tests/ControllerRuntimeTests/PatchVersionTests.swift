import APIMachinery
import ControllerRuntime
import Testing

@Suite struct PatchVersionTests {
  @Test func `a patch can ask for the version that its writer saw`() {
    let patch: JSONObject = ["metadata": ["annotations": ["a": .null]], "spec": ["size": 1]]
    #expect(
      patch.requiring("42")
        == ["metadata": ["annotations": ["a": .null], "resourceVersion": "42"], "spec": ["size": 1]])
    #expect(patch.requiring(nil) == patch)
    #expect(JSONObject().requiring("42") == ["metadata": ["resourceVersion": "42"]])
  }
}
