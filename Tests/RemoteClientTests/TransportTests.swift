import APIMachinery
import KubernetesAPI
import KubernetesClient
import NIOCore
import NIOHTTP1
import Testing

@testable import RemoteClient

@Suite struct TransportTests {
  @Test func `a server that is not there is named`() async throws {
    let client = try RemoteClient(ClientConfiguration(server: "https://127.0.0.1:1"))
    do {
      _ = try await client.list(Pod.self)
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.reason == .connectionFailed)
      #expect(
        error.message
          == "The connection to the server 127.0.0.1:1 was refused - did you specify the right host or port?")
    }
    await client.shutdown()
  }

  @Test func `paths name resources`() {
    let pods = Pod.definition.groupVersionResource
    let deployments = Deployment.definition.groupVersionResource
    let namespaces = Namespace.definition.groupVersionResource
    #expect(RequestPath(pods, namespace: nil).text == "/api/v1/pods")
    #expect(RequestPath(pods, namespace: "a").text == "/api/v1/namespaces/a/pods")
    let key = ObjectKey(namespace: "a", name: "b/c d")
    #expect(
      RequestPath(deployments, key, subresource: "scale").text
        == "/apis/apps/v1/namespaces/a/deployments/b%2Fc%20d/scale")
    #expect(RequestPath(namespaces, ObjectKey(namespace: "a", name: "a")).text == "/api/v1/namespaces/a")
    var path = RequestPath(pods, namespace: nil)
    path.add(ListOptions(labelSelector: "a=b,c in (d,e)", limit: 5))
    #expect(path.text == "/api/v1/pods?labelSelector=a%3Db%2Cc%20in%20%28d%2Ce%29&limit=5")
  }

  @Test func `warnings are read out of their headers`() {
    var headers = HTTPHeaders()
    headers.add(name: "Warning", value: #"299 - "unknown field \"a\", and b""#)
    headers.add(name: "warning", value: #"299 - "second", 199 - "other""#)
    #expect(WarningHeader.texts(in: headers) == [#"unknown field "a", and b"#, "second"])
  }

  @Test func `lines are put together from pieces`() {
    let text = "one\n\ntwo, longer\nthree"
    for size in 1...text.utf8.count {
      var splitter = LineSplitter(limitBytes: 1000)
      var lines: [String] = []
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        splitter.append(ByteBuffer(bytes: rest.prefix(size))) {
          lines.append(String(decoding: $0, as: UTF8.self))
        }
        rest = rest.dropFirst(size)
      }
      splitter.append(ByteBuffer(string: "\n")) { lines.append(String(decoding: $0, as: UTF8.self)) }
      #expect(lines == ["one", "two, longer", "three"])
    }
  }

  @Test(arguments: [
    ("https://a", "https", "a", 443, ""), ("http://a:8080/k8s", "http", "a", 8080, "/k8s"),
    ("https://[::1]:6443", "https", "[::1]", 6443, ""), ("https://[::1]", "https", "[::1]", 443, ""),
    ("socks5://u:p@h", "socks5", "h", 1080, ""),
  ])
  func `addresses are taken apart`(url: String, scheme: String, host: String, port: Int, path: String) throws
  {
    let address = try ServerAddress(url)
    #expect(address.scheme == scheme)
    #expect(address.host == host)
    #expect(address.port == port)
    #expect(address.path == path)
  }

  @Test func `answers that are no Status get the words of their code`() {
    let response = RawResponse(status: 503, headers: ["Retry-After": "3"], body: Array("oops".utf8))
    let error = StatusError(response: response)
    #expect(error.reason == .serviceUnavailable)
    #expect(error.details?.retryAfterSeconds == 3)
    #expect(error.details?.causes.first?.message == "oops")
    #expect(response.retryDelay == 3)
  }
}
