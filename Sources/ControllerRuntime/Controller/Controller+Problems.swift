import APIMachinery

extension Controller {
  /// What is wrong with the controller as it is declared, a sentence each: what a ``Manager`` refuses to run.
  ///
  /// What it has to do with other controllers, and with what the cluster serves, is seen by the manager.
  public var registrationProblems: [String] {
    (problems + sourceProblems + workProblems + finalizerProblems).map { "controller \"\(name)\": \($0)" }
  }

  private var sourceProblems: [String] {
    var problems: [String] = []
    if name.isEmpty { problems.append("it has no name") }
    let isWoken =
      watches.contains { $0.keys != nil } || !dynamicWatches.isEmpty || !sources.isEmpty || !signals.isEmpty
      || !startKeys.isEmpty
    if !isWoken {
      problems.append(
        "nothing leads to a look: say what it is .for(Kind.self), or what it .watches(Kind.self)")
    }
    for resource in untypedResources where resource.version.isEmpty || resource.resource.isEmpty {
      problems.append(
        "it watches the resource \"\(resource.words)\", which needs a version and a plural: "
          + "GroupVersionResource(group: \"apps\", version: \"v1\", resource: \"deployments\")")
    }
    return problems
  }

  private var workProblems: [String] {
    var problems: [String] = []
    if concurrency < 1 { problems.append("it has \(concurrency) workers and needs one at least") }
    if let timeout, timeout <= .zero {
      problems.append("its looks may take \(timeout), so that none comes to its end")
    }
    for delay in watches.compactMap(\.coalescing) where delay < .zero {
      problems.append("it waits \(delay) for further changes, which must not be negative")
    }
    if shardUnit != nil, runsOnEveryReplica {
      problems.append(
        "it is sharded and runs on every replica: a key is looked at by one process, or by all of them")
    }
    return problems + limits.problems.map { "its rate limits: \($0)" }
  }

  private var finalizerProblems: [String] {
    var problems: [String] = []
    var names: Set<String> = []
    for finalizer in finalizers {
      let name = finalizer.name
      if !names.insert(name).inserted { problems.append("it has two finalizers \"\(name)\"") }
      if !name.contains("/") || !NameRules.qualifiedName(name).isEmpty {
        problems.append(
          "the finalizer \"\(name)\" must be named as a domain and a word: \"example.com/bucket\"")
      }
      guard ownerKind != finalizer.kind else { continue }
      let own = ownerKind.map { "is for \($0.kind)" } ?? "is for no kind"
      problems.append(
        "it has the finalizer \"\(name)\" on \(finalizer.kind.kind) and \(own): its keys name other objects")
    }
    return problems
  }
}

extension RateLimits {
  /// What is wrong with the limits.
  var problems: [String] {
    var problems: [String] = []
    if backoffMin <= .zero {
      problems.append("the shortest wait is \(backoffMin) and must be more than zero")
    }
    if backoffMax < backoffMin {
      problems.append("the longest wait, \(backoffMax), is shorter than the shortest one, \(backoffMin)")
    }
    // The time between two keys has to be one that the clock can tell.
    if !(rate >= 1e-9) || rate == .infinity {
      problems.append(
        "a rate of \(rate) keys a second is none: nothing would ever be tried again, or all at once")
    }
    if burst < 1 { problems.append("a burst of \(burst) keys lets none pass") }
    return problems
  }
}
