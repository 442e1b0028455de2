import APIMachinery
import EKSAPI
import KubernetesAPI
import Testing

@Suite struct KindDefaultsTests {
  /// Fills in what the schema says, as the API server does: a default first, then the defaults inside it.
  private func filled(_ object: JSONObject, _ schema: ObjectSchema) -> JSONObject {
    var object = object
    for field in schema.fields {
      if object[field.name] == nil, let value = field.defaultValue,
        field.defaultCondition?.holds(in: object) ?? true
      {
        object[field.name] = value
      }
      if case .object(let inner)? = object[field.name], case .object(let schema) = field.type {
        object[field.name] = .object(filled(inner, schema))
      }
    }
    return object
  }

  private func filled<View: ObjectView>(_ view: View) throws -> View {
    let name = "\(View.self)"
    return View(fields: filled(view.fields, try #require(SchemaCatalog.all.type(named: name))))
  }

  @Test func `a deployment rolls a quarter at a time unless told otherwise`() throws {
    let spec = try filled(DeploymentSpec())
    #expect(spec.replicas == 1)
    #expect(spec.revisionHistoryLimit == 10)
    #expect(spec.progressDeadlineSeconds == 600)
    #expect(spec.strategy?.type == "RollingUpdate")
    #expect(spec.strategy?.rollingUpdate?.maxSurge == "25%")
    #expect(spec.strategy?.rollingUpdate?.maxUnavailable == "25%")
    let recreate = try filled(DeploymentSpec { $0.strategy = DeploymentStrategy { $0.type = "Recreate" } })
    #expect(recreate.strategy?.rollingUpdate == nil)
  }

  @Test func `a container has the defaults that the kubelet relies on`() throws {
    let container = try filled(
      Container {
        $0.name = "web"
        $0.livenessProbe = Probe { $0.httpGet = HTTPGetAction { $0.port = 80 } }
      })
    #expect(container.terminationMessagePath == "/dev/termination-log")
    #expect(container.terminationMessagePolicy == "File")
    #expect(container.fields["resources"] == [:])
    #expect(container.livenessProbe?.periodSeconds == 10)
    #expect(container.livenessProbe?.timeoutSeconds == 1)
    #expect(container.livenessProbe?.failureThreshold == 3)
    #expect(container.livenessProbe?.httpGet?.scheme == "HTTP")
    #expect(container.livenessProbe?.httpGet?.path == "/")
    #expect(container.readinessProbe == nil, "a default appears only where its parent is")
    #expect(try filled(ContainerPort()).protocol == "TCP")
  }

  @Test func `a pod has the defaults of v1`() throws {
    let spec = try filled(PodSpec())
    #expect(spec.restartPolicy == "Always")
    #expect(spec.dnsPolicy == "ClusterFirst")
    #expect(spec.schedulerName == "default-scheduler")
    #expect(spec.terminationGracePeriodSeconds == 30)
    #expect(spec.fields["securityContext"] == [:])
    #expect(spec.fields["affinity"] == nil)
  }

  @Test(arguments: [
    ("ClusterIP", nil, "Cluster", nil), ("NodePort", "Cluster", "Cluster", nil),
    ("LoadBalancer", "Cluster", "Cluster", true), ("ExternalName", nil, nil, nil),
  ])
  func `a service's policies depend on its type`(
    type: String, external: String?, internal: String?, allocates: Bool?
  ) throws {
    let spec = try filled(ServiceSpec { $0.type = type })
    #expect(spec.externalTrafficPolicy == external)
    #expect(spec.internalTrafficPolicy == `internal`)
    #expect(spec.allocateLoadBalancerNodePorts == allocates)
    #expect(spec.sessionAffinity == "None")
    #expect(spec.sessionAffinityConfig == nil)
  }

  @Test func `client affinity lasts three hours`() throws {
    let spec = try filled(ServiceSpec { $0.sessionAffinity = "ClientIP" })
    #expect(spec.type == "ClusterIP")
    #expect(spec.sessionAffinityConfig?.clientIP?.timeoutSeconds == 10800)
  }

  @Test func `every default is one of the values allowed`() {
    for type in SchemaCatalog.all.types {
      for field in type.fields where !field.allowedValues.isEmpty {
        guard let value = field.defaultValue?.stringValue else { continue }
        #expect(field.allowedValues.contains(value), "\(type.name).\(field.name)")
      }
    }
  }

  @Test func `lists that are merged by key have elements with these keys`() {
    for type in SchemaCatalog.all.types {
      for field in type.fields {
        guard case .array(.object(let element)) = field.type else { continue }
        var keys: [String] = []
        if case .map(let listKeys) = field.listType { keys = listKeys }
        if let mergeKey = field.patchStrategy.mergeKey { keys.append(mergeKey) }
        for key in keys {
          #expect(element.field(key) != nil, "\(type.name).\(field.name) is merged by \(key)")
        }
      }
    }
  }
}
