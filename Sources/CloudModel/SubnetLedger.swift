internal import APIMachinery
internal import EKSAPI
internal import KubernetesClient
import Synchronization
internal import VPCAddressing

/// Allocates from subnets, each address once, whoever asks.
///
/// The truth about a subnet is one object, `Subnet.status.allocations`; it is changed under its resource version, so
/// of two processes that choose the same address one is told to choose again. Within a process, requests for one
/// subnet that arrive while a write is under way share the next write.
final class SubnetLedger: Sendable {
  private typealias Reply = Result<SubnetOperation.Outcome, EC2Error>

  private struct Request: Sendable {
    var operation: SubnetOperation
    var continuation: CheckedContinuation<Turn, Never>
  }

  /// A subnet as this process last saw it.
  private struct Known: Sendable {
    var subnet: Subnet
    var pool: SubnetPool
  }

  private struct Queue: Sendable {
    var isBusy = false
    var waiting: [Request] = []
    var known: Known?
  }

  /// A conflict is another process' success, so this many in a row mean that something else is wrong.
  private static let attemptsMax = 32

  private let client: any Client
  private let queues = Mutex<[ObjectKey: Queue]>([:])

  init(client: any Client) {
    self.client = client
  }

  /// What a request gets when it joins a queue: the task of working it off, or its reply.
  private enum Turn: Sendable {
    case lead
    case reply(Reply)
  }

  /// Applies `operation` to the subnet and stores it.
  func perform(_ operation: SubnetOperation, on subnet: ObjectKey) async throws(EC2Error)
    -> SubnetOperation.Outcome
  {
    let turn = await withCheckedContinuation { continuation in
      let leads = queues.withLock { queues in
        guard queues[subnet, default: Queue()].isBusy else {
          queues[subnet, default: Queue()].isBusy = true
          return true
        }
        queues[subnet]?.waiting.append(Request(operation: operation, continuation: continuation))
        return false
      }
      if leads { continuation.resume(returning: .lead) }
    }
    switch turn {
    case .lead: return try await lead(operation, subnet).get()
    case .reply(let reply): return try reply.get()
    }
  }

  /// Carries out `operation` and whatever gathers meanwhile.
  private func lead(_ operation: SubnetOperation, _ subnet: ObjectKey) async -> Reply {
    let own = await carryOut([operation], subnet)
    while let batch = nextBatch(subnet) {
      let replies = await carryOut(batch.map(\.operation), subnet)
      for (request, reply) in zip(batch, replies) { request.continuation.resume(returning: .reply(reply)) }
    }
    return own.first ?? .failure(EC2Error(.internalError, "no answer"))
  }

  private func nextBatch(_ subnet: ObjectKey) -> [Request]? {
    queues.withLock { queues in
      let waiting = queues[subnet]?.waiting ?? []
      queues[subnet]?.waiting = []
      if waiting.isEmpty { queues[subnet]?.isBusy = false }
      return waiting.isEmpty ? nil : waiting
    }
  }

  /// Applies all operations in one write.
  private func carryOut(_ operations: [SubnetOperation], _ subnet: ObjectKey) async -> [Reply] {
    var isFresh = false
    for _ in 0..<Self.attemptsMax {
      do throws(EC2Error) {
        let known = try await subnetState(subnet, fresh: isFresh)
        var pool = known.pool
        let replies = operations.map { Self.reply($0, &pool) }
        if pool == known.pool {
          // Nothing to write, says a remembered state; the present one may say otherwise.
          if isFresh { return replies }
          isFresh = true
          continue
        }
        if try await store(pool, over: known.subnet, as: subnet) { return replies }
        isFresh = true
      } catch {
        return operations.map { _ in .failure(error) }
      }
    }
    return operations.map { _ in .failure(EC2Error(.internalError, "subnet \(subnet) keeps changing")) }
  }

  private static func reply(_ operation: SubnetOperation, _ pool: inout SubnetPool) -> Reply {
    do throws(AddressingError) {
      return .success(try operation.apply(to: &pool))
    } catch {
      return .failure(EC2Error(error))
    }
  }

  private func subnetState(_ key: ObjectKey, fresh: Bool) async throws(EC2Error) -> Known {
    if !fresh, let known = queues.withLock({ $0[key]?.known }) { return known }
    do throws(StatusError) {
      let subnet = try await client.get(Subnet.self, key)
      return Known(subnet: subnet, pool: try subnet.pool())
    } catch {
      if error.isNotFound {
        throw EC2Error(.subnetNotFound, "The subnet ID '\(key)' does not exist")
      }
      throw EC2Error(error)
    }
  }

  /// - Returns: `false` when the subnet has changed meanwhile.
  private func store(_ pool: SubnetPool, over subnet: Subnet, as key: ObjectKey) async throws(EC2Error)
    -> Bool
  {
    var changed = subnet
    changed.setPool(pool)
    do throws(StatusError) {
      let stored = try await client.updateStatus(changed)
      queues.withLock { $0[key]?.known = Known(subnet: stored, pool: pool) }
      return true
    } catch {
      queues.withLock { $0[key]?.known = nil }
      if error.isConflict || error.isNotFound { return false }
      throw EC2Error(error)
    }
  }
}
