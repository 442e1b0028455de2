import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct ServiceTests {
  private func service(_ name: String, _ fill: (inout JSONObject) -> Void = { _ in }) -> Service {
    Service {
      $0.metadata.name = name
      $0.metadata.namespace = "default"
      $0.fields.withObject("spec") { spec in
        spec["ports"] = [["port": 80]]
        fill(&spec)
      }
    }
  }

  @Test func `a service gets an address, and the rest that it needs`() async throws {
    let api = try await TestAPI()
    let made = try await api.client.create(service("a"))
    let spec = made.fields.object("spec") ?? JSONObject()
    #expect(spec.string("clusterIP")?.hasPrefix("10.100.") == true)
    #expect(spec["clusterIPs"] == .array([spec["clusterIP"] ?? .null]))
    #expect(spec["type"] == "ClusterIP")
    #expect(spec["sessionAffinity"] == "None")
    #expect(spec["internalTrafficPolicy"] == "Cluster")
    #expect(spec["ipFamilies"] == ["IPv4"])
    #expect(spec["ipFamilyPolicy"] == "SingleStack")
    #expect(spec.array("ports") == [["port": 80, "protocol": "TCP", "targetPort": 80]])
    let other = try await api.client.create(service("b"))
    #expect(other.fields["spec"]?["clusterIP"] != spec["clusterIP"])
  }

  @Test func `an address that is taken is refused, and is free again after deletion`() async throws {
    let api = try await TestAPI()
    let first = try await api.client.create(service("a") { $0["clusterIP"] = "10.100.0.10" })
    let error = await statusError {
      try await api.client.create(service("b") { $0["clusterIP"] = "10.100.0.10" })
    }
    #expect(
      error?.message
        == #"Service "b" is invalid: spec.clusterIPs: Invalid value: ["10.100.0.10"]: failed to allocate IP 10.100.0.10: provided IP is already allocated"#
    )
    try await api.client.delete(Service.self, first.key)
    try await api.client.create(service("b") { $0["clusterIP"] = "10.100.0.10" })
  }

  @Test func `a node port is given once and kept by updates that leave it out`() async throws {
    let api = try await TestAPI()
    var made = try await api.client.create(service("a") { $0["type"] = "NodePort" })
    let port = made.fields["spec"]?["ports"]?.arrayValue?.first?["nodePort"]?.intValue ?? 0
    #expect(30000...32767 ~= port)
    made.fields.withObject("spec") { $0["ports"] = [["port": 80]] }
    made = try await api.client.update(made)
    #expect(made.fields["spec"]?["ports"]?.arrayValue?.first?["nodePort"]?.intValue == port)
  }

  @Test func `headless and external services have no address`() async throws {
    let api = try await TestAPI()
    let headless = try await api.client.create(service("a") { $0["clusterIP"] = "None" })
    #expect(headless.fields["spec"]?["clusterIPs"] == ["None"])
    let external = try await api.client.create(
      service("b") {
        $0["type"] = "ExternalName"
        $0["externalName"] = "example.com"
      })
    #expect(external.fields["spec"]?["clusterIP"] == nil)
  }

  @Test func `the address of a service stays`() async throws {
    let api = try await TestAPI()
    var made = try await api.client.create(service("a"))
    made.fields.withObject("spec") { spec in
      spec["clusterIP"] = "10.100.0.77"
      spec["clusterIPs"] = ["10.100.0.77"]
    }
    let error = await statusError { [made] in try await api.client.update(made) }
    #expect(error?.message.contains("spec.clusterIPs[0]: Invalid value: ") == true)
    #expect(error?.message.contains("may not change once set") == true)
  }
}
