import APIMachinery
import Testing

@Suite struct IntOrStringTests {
  @Test(
    arguments: [
      (3, 10, 3, 3), ("25%", 10, 3, 2), ("25%", 4, 1, 1), ("0%", 7, 0, 0), ("100%", 7, 7, 7),
      ("150%", 3, 5, 4),
      ("1%", 1000, 10, 10), ("-10%", 15, -1, -2),
    ] as [(IntOrString, Int, Int, Int)])
  func `a percentage is rounded as asked`(value: IntOrString, total: Int, up: Int, down: Int) {
    #expect(value.scaled(of: total, rounding: .up) == up)
    #expect(value.scaled(of: total, rounding: .down) == down)
  }

  @Test(arguments: ["", "%", "x%", "10", "1.5%", "http"])
  func `a text that is no percentage scales nothing`(text: String) {
    #expect(IntOrString.string(text).scaled(of: 10, rounding: .up) == nil)
  }

  @Test func `it is a number or a text on the wire`() {
    #expect(IntOrString(json: 80) == 80)
    #expect(IntOrString(json: "http") == "http")
    #expect(IntOrString(json: true) == nil)
    #expect(IntOrString.int(80).json == 80)
    #expect(IntOrString.string("25%").json == "25%")
    #expect("\(IntOrString.int(80)) \(IntOrString.string("25%"))" == "80 25%")
  }
}
