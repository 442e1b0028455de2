import APIMachinery
import ArgumentParser
import KubernetesAPI
import Testing

@testable import swiftlet

@Suite struct DrainJudgementTests {
  private func pod(_ name: String, owner: String? = nil, phase: String = "Running", hasData: Bool = false)
    -> Pod
  {
    Pod {
      $0.metadata.name = name
      $0.metadata.namespace = "default"
      if let owner {
        $0.metadata.ownerReferences = [
          OwnerReference {
            $0.kind = owner
            $0.name = "o"
            $0.controller = true
          }
        ]
      }
      if hasData { $0.spec.volumes = [Volume(fields: ["name": "tmp", "emptyDir": [:]])] }
      $0.status.phase = phase
    }
  }

  private func judge(_ pods: [Pod], _ flags: [String] = []) throws -> DrainJudgement {
    DrainJudgement(pods, try DrainOptions.parse(flags))
  }

  @Test func `pods that something replaces are taken`() throws {
    let judged = try judge([pod("b", owner: "ReplicaSet"), pod("a", owner: "ReplicaSet")])
    #expect(judged.chosen.map(\.key.name) == ["a", "b"])
    #expect(judged.errors.isEmpty && judged.warnings.isEmpty)
  }

  @Test(arguments: [
    (
      "DaemonSet", false,
      "cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): default/p"
    ),
    (
      "ReplicaSet", true,
      "cannot delete Pods with local storage (use --delete-emptydir-data to override): default/p"
    ),
    (nil, false, "cannot delete Pods that declare no controller (use --force to override): default/p"),
  ])
  func `others need a word`(owner: String?, hasData: Bool, message: String) throws {
    #expect(try judge([pod("p", owner: owner, hasData: hasData)]).errors == [message])
  }

  @Test func `flags allow them, with a warning`() throws {
    let pods = [pod("d", owner: "DaemonSet"), pod("e", owner: "ReplicaSet", hasData: true), pod("f")]
    let judged = try judge(pods, ["--ignore-daemonsets", "--delete-emptydir-data", "--force"])
    #expect(judged.errors.isEmpty)
    #expect(judged.chosen.map(\.key.name) == ["e", "f"])
    #expect(
      judged.warnings == [
        "ignoring DaemonSet-managed Pods: default/d", "deleting Pods with local storage: default/e",
        "deleting Pods that declare no controller: default/f",
      ])
  }

  @Test func `pods that have ended are always taken`() throws {
    #expect(try judge([pod("p", phase: "Succeeded")]).chosen.count == 1)
  }
}
