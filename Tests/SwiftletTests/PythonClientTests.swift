import APIMachinery
import APIServer
import Foundation
import Testing

/// A running cluster and the clients of Python: the official one, webhooks, and operators in kopf.
@Suite(
  .serialized, .oneAtATime, .enabled(if: TestCluster.isBuilt, "the executable is not built"),
  .enabled(
    if: PythonProgram.interpreter != nil,
    "the clients of Python are not there: run scripts/clients, or name an interpreter that has them in CLIENTS_PYTHON"
  ),
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: TestCluster.kubectl), "kubectl is not on this machine"))
struct PythonClientTests {
  @Test func `the client of Python defines a kind and uses it up`() throws {
    try TestCluster.run { cluster in
      let outcome = try cluster.python(try #require(PythonProgram.interpreter), PythonProgram.path("walk.py"))
      #expect(outcome.output == "all is well\n", "\(outcome.errors)")
      #expect(outcome.code == 0)
    }
  }

  // MARK: An operator

  @Test func `an operator in kopf creates, changes, ticks and cleans up`() throws {
    try TestCluster.run { cluster in
      let kubectl = Kubectl(cluster: cluster)
      _ = try kubectl.run("apply -f -", input: SampleDefinition.widgets())
      let log = "\(cluster.folder)/kopf.log"
      let operatorProcess = try cluster.start(
        try #require(PythonProgram.interpreter),
        ["-m", "kopf", "run", "--standalone", "-n", "default", PythonProgram.path("widget_operator.py")],
        log: log)
      defer { TestCluster.end(operatorProcess) }
      func output(_ command: String) throws -> String { try kubectl.run(command).output }
      func said() -> String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }
      let widget = """
        apiVersion: shop.example.com/v1
        kind: Widget
        metadata: {name: one}
        spec: {size: 3}
        """
      try kubectl.say("apply -f -", input: widget, "widget.shop.example.com/one created\n")
      #expect(try TestCluster.wait { try output("get cm one -o jsonpath={.data.size}") == "3" }, "\(said())")
      #expect(
        try output("get cm one -o jsonpath={.metadata.ownerReferences[0].kind}") == "Widget", "\(said())")
      #expect(
        try output("get wd one -o jsonpath={.metadata.finalizers}")
          == #"["widgets.shop.example.com/kopf"]"#)
      #expect(
        try TestCluster.wait { try output("get wd one -o jsonpath={.status.created.map}") == "one" },
        "\(said())")
      #expect(
        try TestCluster.wait { try output("events --for widget/one").contains("made a config map") },
        "\(said())")
      try kubectl.say(
        #"patch wd one --type=merge -p {"spec":{"size":4}}"#, "widget.shop.example.com/one patched\n")
      #expect(
        try TestCluster.wait { try output("get cm one -o jsonpath={.data.size}{.data.was}") == "43" },
        "\(said())")
      try kubectl.say("label wd one a=b", "widget.shop.example.com/one labeled\n")
      #expect(
        try TestCluster.wait {
          try output(#"get wd one -o jsonpath={.metadata.annotations.shop\.example\.com/labels-seen}"#) == "1"
        }, "\(said())")
      #expect(
        try TestCluster.wait { (Int(try output("get wd one -o jsonpath={.status.ticks}")) ?? 0) > 3 },
        "\(said())")
      try kubectl.say(
        "delete wd one --timeout=20s", "widget.shop.example.com \"one\" deleted\n")
      #expect(try output("get cm one-was-deleted -o name") == "configmap/one-was-deleted\n", "\(said())")
      #expect(try TestCluster.wait { try output("get cm one --ignore-not-found").isEmpty })
      #expect(!said().contains("Traceback"), "\(said())")
    }
  }

  // MARK: Webhooks

  /// A cluster, and beside it a web server in Python with webhooks.
  private struct Hooks {
    let kubectl: Kubectl
    let url: String
    let authority: String

    func widget(_ name: String, _ spec: String, version: String = "v1", labels: String = "") -> String {
      """
      apiVersion: shop.example.com/\(version)
      kind: Widget
      metadata: {name: \(name), labels: {\(labels)}}
      spec: {\(spec)}
      """
    }

    func create(
      _ name: String, _ spec: String, version: String = "v1", labels: String = "", flags: String = ""
    ) throws -> TestCluster.Outcome {
      try kubectl.run(
        "create \(flags) -f -", input: widget(name, spec, version: version, labels: labels))
    }
  }

  private func withHooks(converts: Bool, _ body: (Hooks) throws -> Void) throws {
    try TestCluster.run { cluster in
      let credentials = try ServerCredentials.ephemeral(secondsSince1970: Int64(Date().timeIntervalSince1970))
      let (certificate, key) = ("\(cluster.folder)/hooks.crt", "\(cluster.folder)/hooks.key")
      try credentials.serverCertificatePEM.write(toFile: certificate, atomically: true, encoding: .utf8)
      try credentials.serverKeyPEM.write(toFile: key, atomically: true, encoding: .utf8)
      let port = "\(cluster.folder)/hooks.port"
      let log = "\(cluster.folder)/hooks.log"
      let server = try cluster.start(
        try #require(PythonProgram.interpreter), [PythonProgram.path("webhooks.py"), certificate, key, port],
        log: log)
      defer { TestCluster.end(server) }
      try #require(
        TestCluster.wait { FileManager.default.fileExists(atPath: port) },
        "\((try? String(contentsOfFile: log, encoding: .utf8)) ?? "")")
      let hooks = Hooks(
        kubectl: Kubectl(cluster: cluster),
        url: "https://127.0.0.1:\(try String(contentsOfFile: port, encoding: .utf8))",
        authority: ByteString(text: credentials.authorityPEM).base64)
      let definition =
        converts
        ? SampleDefinition.widgets(url: hooks.url, authority: hooks.authority) : SampleDefinition.widgets()
      _ = try hooks.kubectl.run("apply -f -", input: definition)
      _ = try hooks.kubectl.run(
        "wait --for=condition=Established crd/widgets.shop.example.com --timeout=10s")
      try body(hooks)
    }
  }

  @Test func `a webhook in Python converts, and one object that it cannot convert hurts its version alone`()
    throws
  {
    try withHooks(converts: true) { hooks in
      #expect(try hooks.create("one", "size: 3").code == 0)
      #expect(try hooks.create("two", "capacity: 5", version: "v2").code == 0)
      #expect(
        try hooks.kubectl.words("get widgets.v1.shop.example.com") == [
          ["NAME", "SIZE"], ["one", "3"], ["two", "5"],
        ])
      #expect(try hooks.kubectl.words("get wd") == [["NAME", "CAPACITY"], ["one", "3"], ["two", "5"]])
      let refused = try hooks.create("three", "capacity: 5, note: stuck", version: "v2")
      #expect(
        refused.errors
          == "Error from server: error when creating \"STDIN\": conversion webhook for shop.example.com/v2, Kind=Widget"
          + " failed: cannot convert what is stuck\n")
      #expect(try hooks.create("four", "size: 5, note: stuck").code == 0)
      try hooks.kubectl.refuse(
        "get widgets.v2.shop.example.com",
        "Error from server: conversion webhook for shop.example.com/v1, Kind=Widget failed: cannot convert what is stuck\n"
      )
      #expect(try hooks.kubectl.words("get widgets.v1.shop.example.com").count == 4)
      try hooks.kubectl.say(
        "delete widgets.v1.shop.example.com four", "widget.shop.example.com \"four\" deleted\n")
      #expect(try hooks.kubectl.words("get wd").count == 3)
    }
  }

  /// Configurations that use everything that they offer.
  private static func configurations(_ hooks: Hooks) -> String {
    func hook(_ name: String, _ more: String) -> String {
      """
      - name: \(name).shop.example.com
        admissionReviewVersions: [v1]
        clientConfig: {url: "\(hooks.url)/\(name)", caBundle: "\(hooks.authority)"}
        rules: [{apiGroups: [shop.example.com], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [widgets]}]
        \(more)
      """
    }
    return """
      apiVersion: admissionregistration.k8s.io/v1
      kind: MutatingWebhookConfiguration
      metadata: {name: widgets}
      webhooks:
      \(hook("mutate", "sideEffects: None\n  namespaceSelector: {matchLabels: {hooks: \"on\"}}\n  matchConditions: [{name: not-plain, expression: \"object.metadata.name != 'plain'\"}]"))
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: widgets}
      webhooks:
      \(hook("validate", "sideEffects: NoneOnDryRun"))
      \(hook("slow", "sideEffects: None\n  timeoutSeconds: 1\n  failurePolicy: Ignore\n  objectSelector: {matchLabels: {slow: passes}}"))
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: slow}
      webhooks:
      \(hook("slow", "sideEffects: None\n  timeoutSeconds: 1\n  failurePolicy: Fail\n  objectSelector: {matchLabels: {slow: fails}}"))
      """
  }

  @Test func `webhooks in Python change, refuse, warn and time out as their configurations say`() throws {
    try withHooks(converts: false) { hooks in
      let applied = try hooks.kubectl.run("apply -f -", input: Self.configurations(hooks))
      #expect(applied.code == 0, "\(applied.errors)")
      func labels(_ name: String) throws -> String {
        try hooks.kubectl.run("get widgets.v1.shop.example.com \(name) -o jsonpath={.metadata.labels}").output
      }
      #expect(try hooks.create("early", "size: 3").code == 0)
      #expect(try labels("early").isEmpty, "the namespace is not selected")
      try hooks.kubectl.say("label ns default hooks=on", "namespace/default labeled\n")
      #expect(try hooks.create("three", "size: 3").code == 0)
      #expect(try labels("three") == #"{"asked":"1","by":"kubernetes-admin"}"#)
      #expect(try hooks.create("plain", "size: 3").code == 0)
      #expect(try labels("plain").isEmpty, "the condition does not hold")
      let bad = try hooks.create("bad", "size: 3, note: bad")
      #expect(
        bad.errors
          == "Error from server: error when creating \"STDIN\": admission webhook \"validate.shop.example.com\" denied the"
          + " request: bad is bad\n")
      let dry = try hooks.create("dry", "size: 3", flags: "--dry-run=server")
      #expect(dry.output == "widget.shop.example.com/dry created (server dry run)\n")
      #expect(dry.errors == "Warning: dry run\n")
      #expect(try hooks.create("passes", "size: 3", labels: "slow: passes").code == 0)
      let late = try hooks.create("fails", "size: 3", labels: "slow: fails")
      #expect(
        late.errors
          == "Error from server (InternalError): error when creating \"STDIN\": Internal error occurred: failed calling"
          + " webhook \"slow.shop.example.com\": failed to call webhook: Post \"\(hooks.url)/slow?timeout=1s\": context"
          + " deadline exceeded\n")
    }
  }
}
