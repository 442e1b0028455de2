import APIMachinery

/// Something that takes inputs, and what must hold for each of them.
struct FuzzTarget: Sendable, CustomStringConvertible {
  var name: String
  /// How many of a thousand inputs go here.
  var share: Int
  /// Makes one input from the chance it is given, and tries it.
  var attempt: @Sendable (inout FuzzRandom) throws -> Void

  var description: String { name }

  /// What must hold does not.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// A target whose inputs are bytes.
  init(
    _ name: String, share: Int, seeds: [String], tokens: [String],
    check: @escaping @Sendable ([UInt8], inout FuzzRandom) throws -> Void
  ) {
    self.name = name
    self.share = share
    let mutator = FuzzMutator(seeds: seeds, tokens: tokens)
    attempt = { random in
      let input = mutator.input(&random)
      do {
        try check(input, &random)
      } catch let failure as Failure {
        throw Failure(
          description: "\(failure) for \(String(decoding: input, as: UTF8.self).debugDescription)")
      }
    }
  }

  /// A target that makes its inputs itself.
  init(_ name: String, share: Int, attempt: @escaping @Sendable (inout FuzzRandom) throws -> Void) {
    self.name = name
    self.share = share
    self.attempt = attempt
  }

  static func require(_ holds: Bool, _ what: @autoclosure () -> String) throws {
    if !holds { throw Failure(description: what()) }
  }
}
