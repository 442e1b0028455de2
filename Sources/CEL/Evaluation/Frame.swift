/// The state of one evaluation.
struct Frame {
  /// The variables of the environment that are used, then those of macros.
  var slots: ContiguousArray<CELValue>
  var cost: UInt64 = 0
  let limit: UInt64

  @inline(__always)
  mutating func charge(_ amount: UInt64) throws(CELError) {
    let (sum, overflow) = cost.addingReportingOverflow(amount)
    cost = overflow ? .max : sum
    if cost > limit { throw .costLimit }
  }
}

/// A compiled part of an expression.
typealias Step = @Sendable (inout Frame) throws(CELError) -> CELValue
