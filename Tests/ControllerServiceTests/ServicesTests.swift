import APIMachinery
import ArgumentParser
import ControllerRuntime
import Foundation
import ServiceLifecycle
import Synchronization
import Testing

@testable import ControllerService

/// What runs beside the controllers of a program.
@Suite(.serialized) struct ServicesTests {
  /// What happened, in order.
  private final class Notes: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func add(_ line: String) { lines.withLock { $0.append(line) } }

    /// Waits until something has happened.
    func wait(for line: String) async throws {
      while !all.contains(line) { try await Task.sleep(for: .milliseconds(5)) }
    }
  }

  private struct Broken: Error, Equatable, CustomStringConvertible {
    var description: String { "the port is taken" }
  }

  /// Runs until the program ends.
  private struct Steady: Service {
    let name: String
    let notes: Notes

    func run() async throws {
      notes.add("\(name) begins")
      try await gracefulShutdown()
      notes.add("\(name) is told of the end")
    }
  }

  /// Comes to an end once the controllers work.
  private struct Brief: Service {
    let notes: Notes
    var error: Broken?

    func run() async throws {
      try await notes.wait(for: "a look")
      notes.add("the brief one ends")
      if let error { throw error }
    }
  }

  private struct Program: ControllerProgram {
    @TaskLocal static var notes = Notes()
    @TaskLocal static var error: Broken?
    /// Whether the services cannot even be made.
    @TaskLocal static var isIncomplete = false

    var controllers: [Controller] {
      let notes = Self.notes
      let controller = Controller("worker") { _, _ in
        notes.add("a look")
        return .done
      }
      return [
        controller.atStart(ObjectKey(name: "a")).source { _, context in
          defer { notes.add("the controllers end") }
          try await context.world.time.sleep(for: .seconds(3600))
        }
      ]
    }

    var services: [any Service] {
      get throws {
        if Self.isIncomplete { throw Broken() }
        return [Steady(name: "first", notes: Self.notes), Brief(notes: Self.notes, error: Self.error)]
      }
    }
  }

  /// Runs the program against a server that is not there: its controller needs none.
  private static func run(error: Broken? = nil, isIncomplete: Bool = false) async throws -> (
    Notes, (any Error)?
  ) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("config")
    try """
    {apiVersion: v1, kind: Config, current-context: a, clusters: [{name: a, cluster: {server: "http://127.0.0.1:1"}}],
    users: [{name: a, user: {}}], contexts: [{name: a, context: {cluster: a, user: a}}]}
    """.write(to: file, atomically: true, encoding: .utf8)
    let flags = try ManagerFlags.parse([
      "--kubeconfig", file.path, "--metrics-bind-address", "0", "--health-probe-bind-address", "0",
      "--log-level", "error",
    ])
    let notes = Notes()
    let failure: (any Error)? = await Program.$notes.withValue(notes) {
      await Program.$error.withValue(error) {
        await Program.$isIncomplete.withValue(isIncomplete) {
          do { try await Program.run(flags) } catch { return error }
          return nil
        }
      }
    }
    return (notes, failure)
  }

  @Test func `services run beside the controllers, and are told of the end after them`() async throws {
    let (notes, failure) = try await Self.run()
    #expect(failure == nil)
    #expect(Set(notes.all.prefix(2)) == ["first begins", "a look"])
    #expect(
      notes.all.dropFirst(2) == ["the brief one ends", "the controllers end", "first is told of the end"])
  }

  @Test func `one that fails ends the program in good order, with its error`() async throws {
    let (notes, failure) = try await Self.run(error: Broken())
    #expect(failure as? Broken == Broken())
    #expect(
      notes.all.dropFirst(2) == ["the brief one ends", "the controllers end", "first is told of the end"])
  }

  @Test func `services that cannot be made end the program before anything runs`() async throws {
    let (notes, failure) = try await Self.run(isIncomplete: true)
    #expect(failure as? Broken == Broken())
    #expect(notes.all == [])
  }
}
