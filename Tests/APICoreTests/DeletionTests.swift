import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct DeletionTests {
  @Test(arguments: [
    (PropagationPolicy.orphan, ["orphan"]), (.foreground, ["foregroundDeletion"]),
  ]) func `a propagation policy leaves a finalizer for the garbage collector`(
    _ policy: PropagationPolicy, _ finalizers: [String]
  ) async throws {
    let api = try await TestAPI()
    let made = try await api.client.create(someDeployment())
    let kept = try await api.client.delete(
      Deployment.self, made.key, options: DeleteOptions(propagationPolicy: policy))
    #expect(kept.metadata.finalizers == finalizers)
    #expect(kept.metadata.deletionTimestamp != nil)
    #expect(kept.metadata.generation == 2)
    let again = try await api.client.delete(
      Deployment.self, made.key, options: DeleteOptions(propagationPolicy: policy))
    #expect(again.metadata.resourceVersion == kept.metadata.resourceVersion)
  }

  @Test func `background deletion removes at once`() async throws {
    let api = try await TestAPI()
    let made = try await api.client.create(someDeployment())
    try await api.client.delete(
      Deployment.self, made.key, options: DeleteOptions(propagationPolicy: .background))
    #expect(try await api.client.find(Deployment.self, made.key) == nil)
  }

  @Test func `preconditions that do not hold are conflicts`() async throws {
    let api = try await TestAPI()
    let made = try await api.client.create(someDeployment())
    let error = await statusError {
      try await api.client.delete(
        Deployment.self, made.key, options: DeleteOptions(preconditionUID: "other"))
    }
    #expect(
      error?.message
        == "Operation cannot be fulfilled on deployments.apps \"web\": Precondition failed: UID in precondition: other, "
        + "UID in object meta: \(made.metadata.uid ?? "")")
    let version = await statusError {
      try await api.client.delete(
        Deployment.self, made.key, options: DeleteOptions(preconditionResourceVersion: "1"))
    }
    #expect(version?.code == 409)
  }

  @Test func `an object that is being deleted takes no new finalizers`() async throws {
    let api = try await TestAPI()
    var made = try await api.client.create(someDeployment { $0.metadata.finalizers = ["a.com/x"] })
    made = try await api.client.delete(Deployment.self, made.key)
    made.metadata.finalizers = ["a.com/x", "b.com/y"]
    let error = await statusError { [made] in try await api.client.update(made) }
    #expect(
      error?.message
        == #"Deployment.apps "web" is invalid: metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"b.com/y"}"#
    )
  }

  @Test func `a shorter grace period wins`() async throws {
    let api = try await TestAPI()
    let pod = try await api.client.create(somePod { $0.spec.nodeName = "n1" })
    let first = try await api.client.delete(Pod.self, pod.key)
    #expect(first.metadata.deletionGracePeriodSeconds == 30)
    let longer = try await api.client.delete(
      Pod.self, pod.key, options: DeleteOptions(gracePeriodSeconds: 60))
    #expect(longer.metadata.deletionGracePeriodSeconds == 30)
    let shorter = try await api.client.delete(
      Pod.self, pod.key, options: DeleteOptions(gracePeriodSeconds: 5))
    #expect(shorter.metadata.deletionGracePeriodSeconds == 5)
    #expect(shorter.metadata.deletionTimestamp == api.clock.now() + .seconds(5))
  }

  @Test func `a namespace goes when it is finalized`() async throws {
    let api = try await TestAPI()
    let made = try await api.client.create(Namespace { $0.metadata.name = "team" })
    #expect(made.fields["spec"]?["finalizers"] == ["kubernetes"])
    #expect(made.metadata.labels["kubernetes.io/metadata.name"] == "team")
    let ending = try await api.client.delete(Namespace.self, made.key)
    #expect(ending.fields["status"]?["phase"] == "Terminating")
    var object = DynamicObject(ending)
    object.fields.withObject("spec") { $0["finalizers"] = nil }
    _ = try await api.client.update(
      .namespaces, made.key, subresource: "finalize", object: object, options: WriteOptions())
    #expect(try await api.client.find(Namespace.self, made.key) == nil)
    let error = await statusError {
      try await api.client.delete(Namespace.self, ObjectKey(name: "default"))
    }
    #expect(error?.message == #"namespaces "default" is forbidden: this namespace may not be deleted"#)
  }

  @Test func `a collection is deleted by selector`() async throws {
    let api = try await TestAPI()
    for name in ["a", "b"] { try await api.client.create(somePod(name) { $0.metadata.labels = ["x": name] }) }
    try await api.client.deleteCollection(
      .pods, namespace: "default", list: ListOptions(labelSelector: "x=a"), options: DeleteOptions())
    let left = try await api.client.list(Pod.self)
    #expect(left.items.map(\.metadata.name) == ["b"])
  }

  @Test func `a dry run changes nothing`() async throws {
    let api = try await TestAPI()
    let dry = WriteOptions(isDryRun: true)
    try await api.client.create(somePod("dry"), options: dry)
    #expect(try await api.client.list(Pod.self).items.isEmpty)
    var made = try await api.client.create(someDeployment())
    made.spec.replicas = 9
    let answer = try await api.client.update(made, options: dry)
    #expect(answer.spec.replicas == 9)
    try await api.client.delete(Deployment.self, made.key, options: DeleteOptions(isDryRun: true))
    #expect(try await api.client.get(Deployment.self, made.key).spec.replicas == 1)
  }
}
