import APIMachinery
import Testing

@testable import ControllerRuntime

@Suite struct ClaimTests {
  private func cup(_ owner: (kind: String, name: String)? = nil, revision: String = "1") -> JSONObject {
    var metadata: JSONObject = ["namespace": "default", "name": "cup", "resourceVersion": .string(revision)]
    if let owner {
      let reference: JSONObject = [
        "kind": .string(owner.kind), "name": .string(owner.name), "uid": .string("uid-\(owner.name)"),
        "controller": true,
      ]
      metadata["ownerReferences"] = .array([.object(reference)])
    }
    return ["metadata": .object(metadata)]
  }

  private func claimants(_ object: JSONObject, before old: JSONObject? = nil) -> [String] {
    OwnerKeys.claimants(of: object, before: old, kind: "Shelf") { _ in
      [ObjectKey(namespace: "default", name: "adopter")]
    }.map(\.name)
  }

  @Test func `a change leads to the owner that controls the object, if it is of the kind`() {
    #expect(claimants(cup(("Shelf", "a"))) == ["a"])
    #expect(claimants(cup(("Shelf", "a"), revision: "2"), before: cup(("Shelf", "a"))) == ["a"])
    #expect(claimants(cup(("Box", "a"))).isEmpty)
    #expect(claimants(cup(("Box", "a"), revision: "2"), before: cup(("Box", "a"))).isEmpty)
  }

  @Test func `a change of the owner leads to the one before and the one after`() {
    #expect(claimants(cup(("Shelf", "b")), before: cup(("Shelf", "a"))) == ["a", "b"])
    #expect(claimants(cup(("Box", "b")), before: cup(("Shelf", "a"))) == ["a"])
    #expect(claimants(cup(("Shelf", "a")), before: cup(("Box", "a"))) == ["a"])
  }

  @Test func `an object that nobody controls leads to those that could adopt it`() {
    #expect(claimants(cup()) == ["adopter"])
    #expect(claimants(cup(), before: cup(("Shelf", "a"))) == ["a", "adopter"])
    #expect(claimants(cup(("Shelf", "a")), before: cup()) == ["adopter", "a"])
    #expect(claimants(cup(revision: "2"), before: cup()) == ["adopter"])
  }

  @Test func `an object stands under the UID of its owner, whatever its kind, or among the orphans`() {
    #expect(ClaimIndex.value(of: cup(("Shelf", "a"))) == "uid-a")
    #expect(ClaimIndex.value(of: cup(("Box", "b"))) == "uid-b")
    #expect(ClaimIndex.value(of: cup()) == ClaimIndex.orphans(in: "default"))
  }
}
