import APIMachinery
import ArgumentParser
import ControllerRuntime
import Logging
import Synchronization
import Testing

@testable import ControllerService

private struct HTTPProbeOperator: ControllerProgram {
  var controllers: [Controller] { [] }
}

@Suite struct ManagerFlagsTests {
  @Test func `options have the names of those of Go programs`() throws {
    let flags = try ManagerFlags.parse([
      "--kubeconfig", "a", "--context", "b", "--namespace", "c", "--leader-elect", "--leader-election-id",
      "d",
      "--leader-election-namespace", "e", "--metrics-bind-address", "0", "--health-probe-bind-address=:9",
      "--graceful-shutdown-timeout", "5", "--log-level", "debug", "--log-format", "console",
    ])
    #expect(flags.kubeconfig == "a" && flags.context == "b" && flags.namespace == "c")
    #expect(flags.leaderElect && flags.leaderElectionID == "d" && flags.leaderElectionNamespace == "e")
    #expect(flags.metricsBindAddress == "0" && flags.healthProbeBindAddress == ":9")
    #expect(flags.gracefulShutdownTimeout == 5 && flags.logLevel == .debug && flags.logFormat == .console)
  }

  @Test func `what is not said is as in Go programs`() throws {
    let flags = try ManagerFlags.parse([])
    #expect(!flags.leaderElect && flags.kubeconfig == nil && flags.namespace == nil)
    #expect(flags.metricsBindAddress == ":8080" && flags.healthProbeBindAddress == ":8081")
    #expect(throws: (any Error).self) { try ManagerFlags.parse(["--metrics-bind-address", "8080"]) }
  }

  @Test func `a program is named after its type`() {
    #expect(HTTPProbeOperator.name == "http-probe-operator")
    #expect(ProgramName.hyphenated("TeamLabel") == "team-label")
    #expect(ProgramName.hyphenated("A") == "a")
  }

  @Test func `a log is a line of JSON with the fields of controller-runtime`() throws {
    let lines = Mutex<[String]>([])
    var logger = Logger(label: "shop") { label in
      var handler = LineLogHandler(label: label, format: .json)
      handler.now = { Timestamp(secondsSince1970: 0) }
      handler.write = { line in lines.withLock { $0.append(line) } }
      return handler
    }
    logger[metadataKey: "controller"] = "shelf"
    logger.info("looked \"there\"", metadata: ["size": "3", "list": ["a", "b"]])
    #expect(
      lines.withLock { $0 } == [
        #"{"level":"info","ts":"1970-01-01T00:00:00.000000Z","logger":"shop","msg":"looked \"there\"","#
          + #""controller":"shelf","list":["a","b"],"size":"3"}"# + "\n"
      ])
  }

  @Test func `a log for people is a line of text`() throws {
    let lines = Mutex<[String]>([])
    let logger = Logger(label: "shop") { label in
      var handler = LineLogHandler(label: label, format: .console)
      handler.now = { Timestamp(secondsSince1970: 0) }
      handler.write = { line in lines.withLock { $0.append(line) } }
      return handler
    }
    logger.error("broken", metadata: ["error": "no cups"])
    #expect(
      lines.withLock { $0 } == ["1970-01-01T00:00:00.000000Z\tERROR\tshop\tbroken error=\"no cups\"\n"])
  }
}
