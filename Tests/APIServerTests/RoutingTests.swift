import Testing

@testable import APIServer

@Suite struct RoutingTests {
  private func resource(_ path: String) -> ResourceURL? {
    guard case .resource(let url)? = URLTarget(path: path[...]) else { return nil }
    return url
  }

  @Test func `paths of the API name resources`() {
    let pod = resource("/api/v1/namespaces/shop/pods/web/log")
    #expect(pod?.group == "")
    #expect(pod?.version == "v1")
    #expect(pod?.namespace == "shop")
    #expect(pod?.resource == "pods")
    #expect(pod?.name == "web")
    #expect(pod?.subresource == "log")
    let deployments = resource("/apis/apps/v1/deployments")
    #expect(deployments?.group == "apps")
    #expect(deployments?.namespace == nil)
    #expect(deployments?.name == nil)
  }

  @Test func `namespaces are resources too`() {
    let status = resource("/api/v1/namespaces/shop/status")
    #expect(status?.resource == "namespaces")
    #expect(status?.name == "shop")
    #expect(status?.subresource == "status")
    #expect(status?.namespace == nil)
    #expect(resource("/api/v1/namespaces")?.name == nil)
    #expect(resource("/api/v1/namespaces/shop/finalize")?.subresource == "finalize")
  }

  @Test func `other paths are told apart`() {
    #expect(URLTarget(path: "/") == .root)
    #expect(URLTarget(path: "/api") == .coreVersions)
    #expect(URLTarget(path: "/apis/") == .groups)
    #expect(URLTarget(path: "/apis/apps") == .group("apps"))
    #expect(URLTarget(path: "/apis/apps/v1") == .resources(group: "apps", version: "v1"))
    #expect(URLTarget(path: "/api/v1") == .resources(group: "", version: "v1"))
    #expect(URLTarget(path: "/openapi/v3") == .path(["openapi", "v3"]))
    #expect(URLTarget(path: "/a%2") == nil)
    #expect(URLTarget(path: "/a%FF") == nil)
  }

  @Test func `queries are decoded`() throws {
    let query = Query("a=1+2%263&b&c=&a=4&limit=7&watch=false")
    #expect(query["a"] == "1 2&3")
    #expect(query.values("a") == ["1 2&3", "4"])
    #expect(query["b"] == "")
    #expect(query.flag("b") == true)
    #expect(query.flag("watch") == false)
    #expect(query.text("c") == nil)
    #expect(try query.integer("limit") == 7)
  }

  @Test(
    arguments: [
      (nil, ResponseForm.Shape.object, ResponseForm.Encoding.json), ("*/*", .object, .json),
      ("application/yaml", .object, .yaml),
      ("application/json;as=Table;v=v1;g=meta.k8s.io,application/json", .table(version: "v1"), .json),
      ("application/json;as=Table;v=v9;g=meta.k8s.io,application/json", .object, .json),
      (
        "application/json; as=PartialObjectMetadataList; g=meta.k8s.io; v=v1",
        .partialMetadata(version: "v1"), .json
      ),
      ("application/vnd.kubernetes.protobuf, */*", .object, .json),
      (
        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList",
        .aggregatedDiscovery(version: "v2"), .json
      ),
    ] as [(String?, ResponseForm.Shape, ResponseForm.Encoding)])
  func `the first form that is served is chosen`(
    accept: String?, shape: ResponseForm.Shape, encoding: ResponseForm.Encoding
  ) {
    let form = ResponseForm(accept: accept)
    #expect(form?.shape == shape)
    #expect(form?.encoding == encoding)
  }

  @Test(arguments: [
    (0 as Int64, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
  ])
  func `dates are written as HTTP writes them`(seconds: Int64, text: String) {
    #expect(HTTPDate.text(secondsSince1970: seconds) == text)
  }
}
