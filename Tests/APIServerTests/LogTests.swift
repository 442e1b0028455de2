import APIMachinery
import KubernetesAPI
import KubernetesClient
import RemoteClient
import Testing

@Suite struct LogTests {
  private func run(_ body: (RemoteClient, String) async throws -> Void) async throws {
    try await TestServer.client { client in
      var pod = try await client.create(
        Pod {
          $0.metadata.name = "talker"
          $0.metadata.namespace = "default"
          $0.spec.containers = [
            Container {
              $0.name = "main"
              $0.image = "nginx:1.29"
            }
          ]
        })
      pod.status.phase = "Running"
      pod.status.containerStatuses = [
        ContainerStatus {
          $0.name = "main"
          $0.image = "nginx:1.29"
          $0.imageID = "x"
          $0.ready = true
          $0.state = ContainerState {
            $0.running = ContainerStateRunning { $0.startedAt = Timestamp(secondsSince1970: 1_700_000_000) }
          }
        }
      ]
      try await client.updateStatus(pod)
      try await body(client, "/api/v1/namespaces/default/pods/talker/log")
    }
  }

  @Test func `a log is what the container's history says`() async throws {
    try await run { client, path in
      let all = try await client.send(RawRequest(path: path))
      #expect(String(decoding: all.body, as: UTF8.self) == "starting nginx:1.29\nready\n")
      #expect(all.contentType == "text/plain")
      let tail = try await client.send(RawRequest(path: "\(path)?tailLines=1&timestamps=true"))
      #expect(String(decoding: tail.body, as: UTF8.self) == "2023-11-14T22:13:20.000000Z ready\n")
      let cut = try await client.send(RawRequest(path: "\(path)?limitBytes=5"))
      #expect(String(decoding: cut.body, as: UTF8.self) == "start")
    }
  }

  @Test func `a log that is not there is refused`() async throws {
    try await run { client, path in
      let refused: [(String, Int)] = [
        ("\(path)?container=other", 400), ("\(path)?previous=true", 400), ("\(path)?tailLines=-1", 422),
        ("\(path)?sinceTime=soon", 400), ("/api/v1/namespaces/default/pods/none/log", 404),
        ("/api/v1/namespaces/default/configmaps/none/log", 404),
      ]
      for (path, code) in refused {
        let error = try await statusError { _ = try await client.send(RawRequest(path: path)) }
        #expect(error.code == code, "\(path): \(error)")
      }
    }
  }

  @Test func `a followed log begins with what is there`() async throws {
    try await run { client, path in
      let stream = try await client.stream(RawRequest(path: "\(path)?follow=true"))
      let first = try await stream.next() ?? []
      #expect(String(decoding: first, as: UTF8.self).hasPrefix("starting nginx:1.29\n"))
      stream.cancel()
    }
  }
}
