import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// Launching instances, as the group's Auto Scaling group does.
extension GroupSync {
  /// What one attempt came to.
  private struct Attempt {
    /// How many instances are still wanted.
    var left: Int
    /// The first thing that stood in the way.
    var failure: EC2Error?
  }

  /// Launches an instance for each of these subnets, as far as EC2 has room: where a zone has none, in another one.
  ///
  /// EC2 Auto Scaling: "balanced best effort".
  mutating func launch(_ wanted: [String]) async throws {
    if wanted.isEmpty { return }
    // A subnet that EC2 has not made yet has no identifier, and what is launched into it would never learn it. The change
    // that brings the identifier brings another look.
    if subnets.contains(where: { $0.status.subnetID == nil }) { return }
    if let pause = pause.current(group, .size, at: context.now) {
      issues += pause.issues
      lookAgain(in: pause.until - context.now)
      return
    }
    var (open, wanted) = (groupSubnets, wanted)
    var failure: EC2Error?
    while !wanted.isEmpty {
      var left = 0
      for (name, count) in Self.counted(wanted) {
        let attempt = try await launch(count, into: subnets.filter { $0.key.name == name })
        if attempt.left == 0 { continue }
        failure = failure ?? attempt.failure
        if attempt.failure?.isThrottled == true { return rest(after: attempt.failure, .size) }
        left += attempt.left
        open.removeAll { $0.name == name }
      }
      wanted = ScalingPlan.launches(left, members(), open)
      if left > 0, wanted.isEmpty {
        if let failure { note(failure) }
        return rest(after: failure, .size)
      }
    }
    pause.succeeded(group.key)
  }

  /// Launches instances that even the zones out, each in its zone or not at all.
  ///
  /// EC2 Auto Scaling: a zone that has no capacity is tried again later; that is no fault of the group's.
  mutating func rebalance(_ plan: RebalancePlan) async throws {
    if let pause = pause.current(group, .balance, at: context.now) {
      lookAgain(in: pause.until - context.now)
      return
    }
    for (name, count) in Self.counted(plan.launches) {
      let zone = subnets.first { $0.key.name == name }?.spec.availabilityZone
      let order = subnets.filter { $0.spec.availabilityZone == zone }
      let attempt = try await launch(count, into: order)
      if attempt.left < count {
        context.events.normal(
          group, "RebalancingZones",
          "\(count - attempt.left) instance(s) were launched to balance instances in zone \(zone ?? "") with other "
            + "zones, resulting in more than desired number of instances in the group")
      }
      if attempt.left == 0 { continue }
      rest(after: attempt.failure, .balance)
      return
    }
  }

  /// How often each subnet is wanted, in the order in which they were first named.
  private static func counted(_ names: [String]) -> [(String, Int)] {
    var counts: [(String, Int)] = []
    for name in names {
      if let place = counts.firstIndex(where: { $0.0 == name }) {
        counts[place].1 += 1
      } else {
        counts.append((name, 1))
      }
    }
    return counts
  }

  /// Launches up to `count` instances into the first of `order` that has them, of the first type that can be had.
  ///
  /// EKS: node groups, section 4: on demand, types are tried in the order of the list.
  private mutating func launch(_ count: Int, into order: [Subnet]) async throws -> Attempt {
    var attempt = Attempt(left: count)
    for subnet in order {
      for type in group.instanceTypes {
        do throws(EC2Error) {
          while attempt.left > 0 {
            attempt.left -= try await launchBatch(attempt.left, type, subnet)
          }
          return attempt
        } catch {
          if error.code == .internalError { throw error }
          if error.isThrottled {
            attempt.failure = error
            return attempt
          }
          attempt.failure = attempt.failure ?? error
          if error.isSubnetExhausted { break }
        }
      }
    }
    return attempt
  }

  /// - Returns: How many instances EC2 had.
  private mutating func launchBatch(_ count: Int, _ type: String, _ subnet: Subnet) async throws(EC2Error)
    -> Int
  {
    let launched = try await ec2.runInstances(launchRequest(type, subnet), count: count)
    for described in launched {
      instances.append(described.object)
      lookAgain(in: described.changesIn ?? .milliseconds(1))
      context.events.normal(
        group, "LaunchedInstance",
        "Launched \(type) instance \(described.object.metadata.name ?? "") in \(subnet.spec.availabilityZone ?? "")"
      )
    }
    return launched.count
  }

  private func launchRequest(_ type: String, _ subnet: Subnet) -> RunInstanceRequest {
    let chance = context.world.random.next()
    var request = RunInstanceRequest(
      clientToken: "\(group.metadata.uid ?? group.groupName)/\(chance)", instanceType: type,
      subnet: subnet.key)
    request.imageID = image
    request.isSpot = group.isSpot
    request.labels = [NodeBlueprint.groupLabel: group.groupName, NodeBlueprint.imageLabel: image]
    return request
  }

  /// Leaves EC2 alone for a while: a minute when it had no room, shorter when it had been asked too often.
  private mutating func rest(after failure: EC2Error?, _ work: LaunchPause.Work) {
    let isThrottled = failure?.isThrottled ?? false
    if isThrottled {
      context.events.warning(
        group, "FailedLaunch", "\(failure?.message ?? "") Launching EC2 instance failed.")
    }
    let length = pause.begin(
      group, work, issues: work == .size ? issues : [], isThrottled: isThrottled, at: context.now,
      chance: context.world.random.next(below: 1000))
    lookAgain(in: length)
  }

  /// Writes down what keeps the group from its size.
  mutating func note(_ error: EC2Error) {
    let issue = NodeGroupIssue {
      $0.code = Self.issueCode(error)
      $0.message = error.message
    }
    if !issues.contains(issue) { issues.append(issue) }
  }

  /// EKS: node groups, section 1: "Meaning of the usual ones".
  private static func issueCode(_ error: EC2Error) -> String {
    switch error.code {
    case .insufficientFreeAddresses, .insufficientCIDRBlocks: "InsufficientFreeAddresses"
    case .instanceLimitExceeded: "InstanceLimitExceeded"
    case .subnetNotFound: "Ec2SubnetNotFound"
    case .invalidInstanceType: "Ec2InstanceTypeDoesNotExist"
    case .insufficientInstanceCapacity: "AsgInstanceLaunchFailures"
    default: "InternalFailure"
    }
  }
}
