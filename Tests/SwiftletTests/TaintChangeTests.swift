import APIMachinery
import KubernetesAPI
import Testing

@testable import swiftlet

@Suite struct TaintChangeTests {
  private static let present = [
    Taint {
      $0.key = "spot"
      $0.value = "true"
      $0.effect = "NoSchedule"
    },
    Taint {
      $0.key = "gpu"
      $0.effect = "NoExecute"
    },
  ]

  private func apply(_ texts: [String], overwrites: Bool = false) throws -> [String] {
    try TaintChange(texts).applied(to: Self.present, of: "n", overwrites: overwrites).map(\.text)
  }

  @Test func `taints are added before those that are there`() throws {
    #expect(try apply(["a=b:NoSchedule"]) == ["a=b:NoSchedule", "spot=true:NoSchedule", "gpu:NoExecute"])
  }

  @Test func `taints are taken off by key, or by key and effect`() throws {
    #expect(try apply(["spot-"]) == ["gpu:NoExecute"])
    #expect(try apply(["gpu:NoExecute-", "spot:NoSchedule-"]) == [])
  }

  @Test func `a value is changed only when that is wanted`() throws {
    let error = #expect(throws: CommandError.self) { try apply(["spot=no:NoSchedule"]) }
    #expect(
      error?.description == "node n already has spot taint(s) with same effect(s) and --overwrite is false")
    #expect(try apply(["spot=no:NoSchedule"], overwrites: true) == ["spot=no:NoSchedule", "gpu:NoExecute"])
  }

  @Test(arguments: [
    ["a=b"], ["a=b:Never"], [":NoSchedule"], [], ["missing-"], ["a:NoSchedule", "a:NoSchedule-"],
  ])
  func `what is no taint, or is not there, is refused`(texts: [String]) {
    #expect(throws: CommandError.self) { try apply(texts) }
  }

  @Test func `what is said depends on what was done`() throws {
    #expect(try TaintChange(["a=b:NoSchedule"]).verb == "tainted")
    #expect(try TaintChange(["a-"]).verb == "untainted")
    #expect(try TaintChange(["a-", "b=c:NoExecute"]).verb == "modified")
  }
}
