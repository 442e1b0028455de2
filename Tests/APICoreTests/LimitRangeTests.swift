import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct LimitRangeTests {
  private static func item(_ type: String, _ fill: (inout LimitRangeItem) -> Void) -> LimitRange {
    LimitRange {
      $0.metadata.name = "limits"
      $0.metadata.namespace = "default"
      var item = LimitRangeItem { $0.type = type }
      fill(&item)
      $0.spec.limits = [item]
    }
  }

  @Test func `containers that say nothing get the defaults, and the pod's class of service follows`()
    async throws
  {
    let api = try await TestAPI()
    let range = try await api.client.create(
      Self.item("Container") {
        $0.max = ["cpu": "2", "memory": "1Gi"]
        $0.defaultRequest = ["cpu": "100m"]
      })
    #expect(range.spec.limits[0].default == ["cpu": "2", "memory": "1Gi"])
    #expect(range.spec.limits[0].defaultRequest == ["cpu": "100m", "memory": "1Gi"])
    let pod = try await api.client.create(somePod())
    let resources = pod.spec.containers[0].resources
    #expect(resources?.requests["cpu"] == "100m" && resources?.requests["memory"] == "1Gi")
    #expect(resources?.limits["cpu"] == "2" && resources?.limits["memory"] == "1Gi")
    #expect(pod.status.qosClass == "Burstable")
    let name = pod.spec.containers[0].name
    #expect(
      pod.metadata.annotations["kubernetes.io/limit-ranger"]
        == "LimitRanger plugin set: cpu, memory request for container \(name); cpu, memory limit for container \(name)"
    )
  }

  @Test func `a pod beyond the limits is refused, with every reason`() async throws {
    let api = try await TestAPI()
    try await api.client.create(
      Self.item("Container") {
        $0.max = ["memory": "1Gi"]
        $0.min = ["cpu": "100m"]
        $0.maxLimitRequestRatio = ["memory": "2"]
      })
    let pod = somePod {
      $0.spec.containers[0].resources = ResourceRequirements {
        $0.requests = ["cpu": "50m", "memory": "512Mi"]
        $0.limits = ["memory": "2Gi"]
      }
    }
    let error = await statusError { _ = try await api.client.create(pod) }
    #expect(error?.reason == .forbidden)
    #expect(
      error?.message.hasSuffix(
        "is forbidden: [minimum cpu usage per Container is 100m, but request is 50m, maximum memory usage per Container "
          + "is 1Gi, but limit is 2Gi, memory max limit to request ratio per Container is 2, but provided ratio is "
          + "4.000000]") == true, "\(error?.message ?? "no error")")
  }

  @Test func `the pod as a whole and claims have limits as well`() async throws {
    let api = try await TestAPI()
    var range = Self.item("Pod") { $0.max = ["cpu": "1"] }
    range.spec.limits.append(
      LimitRangeItem {
        $0.type = "PersistentVolumeClaim"
        $0.max = ["storage": "10Gi"]
      })
    try await api.client.create(range)
    let large = somePod {
      $0.spec.containers[0].resources = ResourceRequirements { $0.limits = ["cpu": "600m"] }
      var second = $0.spec.containers[0]
      second.name = "second"
      $0.spec.containers.append(second)
    }
    let error = await statusError { _ = try await api.client.create(large) }
    #expect(
      error?.message.hasSuffix(
        "is forbidden: [maximum cpu usage per Pod is 1, but limit is 1200m, maximum cpu "
          + "usage per Pod is 1, but request is 1200m]") == true, "\(error?.message ?? "no error")")
    let claim = PersistentVolumeClaim {
      $0.metadata.name = "data"
      $0.metadata.namespace = "default"
      $0.spec.accessModes = ["ReadWriteOnce"]
      $0.spec.resources = VolumeResourceRequirements { $0.requests = ["storage": "20Gi"] }
    }
    let refused = await statusError { _ = try await api.client.create(claim) }
    #expect(
      refused?.message
        == "persistentvolumeclaims \"data\" is forbidden: maximum storage usage per PersistentVolumeClaim is 10Gi, but "
        + "request is 20Gi")
  }

  @Test(
    arguments: [
      // A sidecar runs beside the containers,
      ("600m", "400m", "Always", "1", true), ("600m", "401m", "Always", "1", false),
      // an init container before them.
      ("600m", "1", nil, "1", true), ("600m", "1001m", nil, "1", false),
    ] as [(String, String, String?, String, Bool)])
  func `what runs together counts for the pod as a whole`(
    main: String, initial: String, policy: String?, most: String, isAllowed: Bool
  ) async throws {
    let api = try await TestAPI()
    try await api.client.create(Self.item("Pod") { $0.max = ["cpu": Quantity(most) ?? .zero] })
    func resources(_ cpu: String) -> ResourceRequirements {
      ResourceRequirements {
        $0.requests = ["cpu": Quantity(cpu) ?? .zero]
        $0.limits = ["cpu": Quantity(cpu) ?? .zero]
      }
    }
    let pod = somePod {
      $0.spec.containers[0].resources = resources(main)
      var other = $0.spec.containers[0]
      (other.name, other.restartPolicy, other.resources) = ("other", policy, resources(initial))
      $0.spec.initContainers = [other]
    }
    let error = await statusError { _ = try await api.client.create(pod) }
    #expect((error == nil) == isAllowed, "\(error?.message ?? "")")
    if let error { #expect(error.message.contains("maximum cpu usage per Pod is 1, but limit is 1001m")) }
  }

  @Test func `limits that contradict each other are refused`() async throws {
    let api = try await TestAPI()
    let error = await statusError {
      _ = try await api.client.create(
        Self.item("Container") {
          $0.min = ["cpu": "2"]
          $0.max = ["cpu": "1"]
        })
    }
    #expect(
      error?.message.contains("min value 2 is greater than max value 1") == true, "\(error?.message ?? "")")
  }
}
