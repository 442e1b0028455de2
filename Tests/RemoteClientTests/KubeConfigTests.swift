import APIMachinery
import Glibc
import RemoteClient
import Testing

@Suite struct KubeConfigTests {
  private let folder = "/tmp/swiftlet-kubeconfig-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"

  private func write(_ name: String, _ text: String) throws -> String {
    mkdir(folder, 0o700)
    let path = "\(folder)/\(name)"
    let file = fopen(path, "w")
    fputs(text, file)
    fclose(file)
    return path
  }

  private let two = """
    apiVersion: v1
    kind: Config
    current-context: a
    clusters:
    - name: east
      cluster: {server: "https://10.0.0.1:6443/", certificate-authority: ca.crt}
    - name: west
      cluster: {server: "https://west.example.com", insecure-skip-tls-verify: true, tls-server-name: w}
    users:
    - name: me
      user: {token: secret}
    - name: you
      user: {client-certificate-data: QUJD, client-key-data: REVG, extra: kept}
    contexts:
    - name: a
      context: {cluster: east, user: me, namespace: shop}
    - name: b
      context: {cluster: west, user: you}
    """

  @Test func `a context names a cluster and a user`() throws {
    _ = try write("ca.crt", "PEM")
    let config = try KubeConfig.read(path: try write("two", two))
    let a = try config.configuration()
    #expect(a.server == "https://10.0.0.1:6443")
    #expect(a.trust == .authorities(Array("PEM".utf8)))
    #expect(a.authorization == .bearer("secret"))
    #expect(a.namespace == "shop")
    let b = try config.configuration(context: "b")
    #expect(b.trust == .anything)
    #expect(b.tlsServerName == "w")
    #expect(b.certificate == .init(chain: Array("ABC".utf8), key: Array("DEF".utf8)))
    #expect(b.namespace == "default")
  }

  @Test func `what is not there is an error`() throws {
    let config = try KubeConfig.parse(Array(two.utf8), name: "two")
    let error = #expect(throws: KubeConfigError.self) { try config.configuration(context: "c") }
    #expect(error?.message == "context \"c\" does not exist")
    #expect(throws: KubeConfigError.self) { try KubeConfig.empty.configuration() }
    #expect(throws: KubeConfigError.self) { try KubeConfig.read(path: "\(folder)/none") }
    #expect(throws: KubeConfigError.self) { try KubeConfig.parse(Array("a: [".utf8), name: "x") }
    #expect(throws: KubeConfigError.self) { try KubeConfig.parse(Array("- a".utf8), name: "x") }
  }

  @Test func `the first of several files wins`() throws {
    let one = try write("one", "current-context: b\nusers:\n- {name: me, user: {token: first}}\n")
    let second = try write("two", two)
    let config = try KubeConfig.load(environment: ["KUBECONFIG": "\(one):\(folder)/none:\(second)"])
    #expect(config.currentContext == "b")
    #expect(config.users.map(\.name) == ["me", "you"])
    #expect(config.users.first?.user.token == "first")
    #expect(config.contexts.count == 2)
  }

  @Test func `files are looked for in their order`() throws {
    let home = try write("home", "")
    let data = "\(folder)/data"
    mkdir(data, 0o700)
    #expect(KubeConfig.paths(explicit: "/x", environment: ["KUBECONFIG": "/y"]) == ["/x"])
    #expect(KubeConfig.paths(environment: ["KUBECONFIG": "/y:/z"]) == ["/y", "/z"])
    _ = try write("data/kubeconfig", two)
    #expect(KubeConfig.paths(environment: ["HOME": home], dataFolder: data) == ["\(data)/kubeconfig"])
    #expect(KubeConfig.paths(environment: ["HOME": folder]) == ["\(folder)/.kube/config"])
  }

  @Test func `what is written is read again, with what is not known`() throws {
    var config = try KubeConfig.parse(Array(two.utf8), name: "two")
    config.set(
      context: "new", cluster: KubeConfigCluster { $0.server = "https://127.0.0.1:6443" },
      user: KubeConfigUser { $0.token = "t" })
    mkdir(folder, 0o700)
    let path = "\(folder)/written"
    try config.write(path: path)
    let read = try KubeConfig.read(path: path)
    #expect(read.currentContext == "new")
    #expect(read.contexts.map(\.name) == ["a", "b", "new"])
    #expect(read.users[1].user.fields["extra"] == "kept")
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `a pod finds its cluster`() throws {
    _ = try write("token", "t")
    _ = try write("ca.crt", "PEM")
    _ = try write("namespace", "shop")
    let environment = ["KUBERNETES_SERVICE_HOST": "::1", "KUBERNETES_SERVICE_PORT": "443"]
    let config = try ClientConfiguration.inCluster(environment: environment, folder: folder)
    #expect(config.server == "https://[::1]:443")
    #expect(config.namespace == "shop")
    #expect(config.authorization == .tokenFile("\(folder)/token"))
    #expect(throws: KubeConfigError.self) { try ClientConfiguration.inCluster(environment: [:]) }
  }
}
