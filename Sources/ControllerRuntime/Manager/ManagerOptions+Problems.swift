import APIMachinery

extension ManagerOptions {
  /// What is wrong with the options, a sentence each.
  var problems: [String] {
    var problems: [String] = []
    if let namespace, !NameRules.dns1123Label(namespace).isEmpty {
      problems.append(
        "the namespace to watch, \"\(namespace)\", is no name of a namespace; nil stands for all of them")
    }
    let positive = [("watch timeout", watchTimeout), ("cache sync timeout", cacheSyncTimeout)]
    for (name, duration) in positive {
      if let duration, duration <= .zero {
        problems.append("the \(name) is \(duration) and must be more than zero; nil stands for none")
      }
    }
    if gracefulShutdownTimeout < .zero {
      problems.append("the graceful shutdown timeout is \(gracefulShutdownTimeout) and must not be negative")
    }
    if traceCapacity < 1 {
      problems.append("the trace keeps \(traceCapacity) looks and must keep one at least")
    }
    return problems + leaseProblems
  }

  private var leaseProblems: [String] {
    var problems: [String] = []
    if let election = leaderElection {
      problems += Self.problems("leader election", election.lease, election.identity, election.times)
    }
    if let sharding {
      problems += Self.problems("sharding", sharding.lease, sharding.identity, sharding.times)
    }
    if let lease = leaderElection?.lease, lease == sharding?.lease {
      problems.append(
        "leader election and sharding use the same lease \(lease): give each a lease of its own")
    }
    return problems
  }

  private static func problems(
    _ use: String, _ lease: ObjectKey, _ identity: String, _ times: LeaseTimes
  ) -> [String] {
    var problems: [String] = []
    if !NameRules.dns1123Subdomain(lease.name).isEmpty {
      problems.append(
        "the lease cannot be named \"\(lease.name)\": lower case letters, digits, \"-\" and \".\" make a name"
      )
    }
    if !NameRules.dns1123Label(lease.namespace).isEmpty {
      problems.append(
        "the lease \"\(lease.name)\" needs the namespace that it is to be in, not \"\(lease.namespace)\"")
    }
    if identity.isEmpty {
      problems.append(
        "the identity is empty: it tells this process from the others, as the name of its pod does")
    }
    return (problems + times.problems).map { "\(use): \($0)" }
  }
}
