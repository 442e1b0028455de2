import ArgumentParser
import Testing

@testable import swiftlet

@Suite struct UsageErrorTests {
  private func told(_ arguments: String) -> String {
    let words = arguments.split(separator: " ").map(String.init)
    do {
      _ = try Swiftlet.parseAsRoot(words)
      return ""
    } catch {
      return UsageError.text(Swiftlet.fullMessage(for: error))
    }
  }

  @Test func `a mistake on the command line is told in kubectl's words`() {
    #expect(
      told("get pods --nope")
        == "error: unknown flag: --nope\nSee 'swiftlet get --help' for usage.")
    #expect(told("get pods -o").hasPrefix("error: flag needs an argument: -o\n"))
    #expect(told("run web").hasPrefix("error: required flag(s) \"image\" not set\n"))
    #expect(
      told("gett").hasPrefix("error: unknown command or argument \"gett\"\n\nDid you mean this?\n\tget\n"))
  }
}
