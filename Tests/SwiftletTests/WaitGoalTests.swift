import APIMachinery
import Testing

@testable import swiftlet

@Suite struct WaitGoalTests {
  private static let ready: DynamicObject = DynamicObject(fields: [
    "metadata": ["uid": "1"],
    "status": ["phase": "Running", "conditions": [["type": "Ready", "status": "True"]]],
  ])

  @Test(arguments: [
    ("condition=Ready", true), ("condition=ready", true), ("condition=Ready=False", false),
    ("condition=Available", false), ("jsonpath={.status.phase}=Running", true),
    ("jsonpath={.status.phase}=Pending", false), ("jsonpath=.status.phase=Running", true),
    ("jsonpath={.status.phase}", true), ("jsonpath={.status.podIP}", false), ("create", true),
    ("delete", false),
  ])
  func `a goal is reached or not`(goal: String, isReached: Bool) throws {
    #expect(try ConditionWaiter.Goal(goal).isReached(by: Self.ready) == isReached)
  }

  @Test func `an object is gone when another has its name`() throws {
    let goal = try ConditionWaiter.Goal("delete")
    #expect(goal.of(uid: "0").isReached(by: Self.ready))
    #expect(!goal.of(uid: "1").isReached(by: Self.ready))
    #expect(goal.of(uid: "1").isReached(by: nil))
  }

  @Test func `an unknown goal is refused in kubectl's words`() throws {
    let error = #expect(throws: CommandError.self) { try ConditionWaiter.Goal("foo") }
    #expect(error?.description == "unrecognized condition: \"foo\"")
  }
}
