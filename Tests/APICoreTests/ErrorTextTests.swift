import APICore
import APIMachinery
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct ErrorTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var resource: GroupVersionResource
    var body: String
    var code: Int
    var message: String
    var testDescription: String { message }
  }

  private static let nodeGroups = NodeGroup.definition.groupVersionResource
  private static let subnets = Subnet.definition.groupVersionResource
  private static let profiles = FargateProfile.definition.groupVersionResource

  private static func pod(_ spec: String, name: String = "web") -> String {
    #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"\#(name)"},"spec":\#(spec)}"#
  }

  private static func container(_ fields: String) -> String {
    pod(#"{"containers":[{"name":"a","image":"x",\#(fields)}]}"#)
  }

  private static func service(_ spec: String) -> String {
    #"{"apiVersion":"v1","kind":"Service","metadata":{"name":"web"},"spec":\#(spec)}"#
  }

  private static func nodeGroup(_ spec: String) -> String {
    #"{"apiVersion":"eks.services.k8s.aws/v1alpha1","kind":"Nodegroup","metadata":{"name":"ng"},"spec":\#(spec)}"#
  }

  static let cases = [
    Case(
      resource: .pods, body: pod("{}"), code: 422,
      message: #"Pod "web" is invalid: spec.containers: Required value"#),
    Case(
      resource: .pods, body: pod(#"{"containers":[{"name":"A","image":"x"}]}"#), code: 422,
      message:
        #"Pod "web" is invalid: spec.containers[0].name: Invalid value: "A": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"#
    ),
    Case(
      resource: .pods, body: pod(#"{"containers":[{"name":"a"},{"name":"a","image":"x"}]}"#), code: 422,
      message:
        #"Pod "web" is invalid: [spec.containers[0].image: Required value, spec.containers[1].name: Duplicate value: "a"]"#
    ),
    Case(
      resource: .pods,
      body: container(#""resources":{"requests":{"cpu":"2"},"limits":{"cpu":"1"}}"#), code: 422,
      message:
        #"Pod "web" is invalid: spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1"#
    ),
    Case(
      resource: .pods, body: container(#""volumeMounts":[{"name":"v","mountPath":"/x"}]"#), code: 422,
      message: #"Pod "web" is invalid: spec.containers[0].volumeMounts[0].name: Not found: "v""#),
    Case(
      resource: .pods, body: container(#""imagePullPolicy":"Often""#), code: 422,
      message:
        #"Pod "web" is invalid: spec.containers[0].imagePullPolicy: Unsupported value: "Often": supported values: "Always", "IfNotPresent", "Never""#
    ),
    Case(
      resource: .pods, body: container(#""ports":[{"containerPort":70000}]"#), code: 422,
      message:
        #"Pod "web" is invalid: spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive"#
    ),
    Case(
      resource: .pods, body: container(#""tty":"yes""#), code: 400,
      message:
        #"Pod in version "v1" cannot be handled as a Pod: json: cannot unmarshal string into Go struct field Container.spec.containers.tty of type bool"#
    ),
    Case(
      resource: .pods, body: container(#""resources":{"limits":{"cpu":"much"}}"#), code: 400,
      message:
        #"Pod in version "v1" cannot be handled as a Pod: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"#
    ),
    Case(
      resource: .pods, body: #"{"apiVersion":"v1","kind":"Pod","metadata":{},"spec":{"containers":[]}}"#,
      code: 422,
      message:
        #"Pod "" is invalid: [metadata.name: Required value: name or generateName is required, spec.containers: Required value]"#
    ),
    Case(
      resource: .pods, body: #"{"apiVersion":"apps/v1","kind":"Pod","metadata":{"name":"x"}}"#, code: 400,
      message: "the API version in the data (apps/v1) does not match the expected API version (v1)"),
    Case(
      resource: .pods,
      body: #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x","namespace":"other"},"spec":{}}"#,
      code: 400,
      message: "the namespace of the provided object does not match the namespace sent on the request"),
    Case(
      resource: .deployments,
      body:
        #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"x"},"spec":{"selector":{"matchLabels":{"app":"x"}},"template":{"metadata":{"labels":{"app":"y"}},"spec":{"containers":[{"name":"a","image":"x"}]}}}}"#,
      code: 422,
      message:
        #"Deployment.apps "x" is invalid: spec.template.metadata.labels: Invalid value: {"app":"y"}: `selector` does not match template `labels`"#
    ),
    Case(
      resource: .deployments,
      body:
        #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"x"},"spec":{"replicas":-1,"strategy":{"rollingUpdate":{"maxSurge":0,"maxUnavailable":"0%"}},"selector":{"matchLabels":{"app":"x"}},"template":{"metadata":{"labels":{"app":"x"}},"spec":{"containers":[{"name":"a","image":"x"}]}}}}"#,
      code: 422,
      message:
        #"Deployment.apps "x" is invalid: [spec.replicas: Invalid value: -1: must be greater than or equal to 0, spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0]"#
    ),
    Case(
      resource: .deployments,
      body:
        #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"x"},"spec":{"replicas":"many"}}"#,
      code: 400,
      message:
        #"Deployment in version "v1" cannot be handled as a Deployment: json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32"#
    ),
    Case(
      resource: .services, body: service("{}"), code: 422,
      message: #"Service "web" is invalid: spec.ports: Required value"#),
    Case(
      resource: .services,
      body: service(#"{"clusterIP":"10.1.0.1","ports":[{"port":80}]}"#), code: 422,
      message:
        #"Service "web" is invalid: spec.clusterIPs: Invalid value: ["10.1.0.1"]: provided IP is not in the valid range. The range of valid IPs is 10.100.0.0/16"#
    ),
    Case(
      resource: .services,
      body: service(#"{"type":"NodePort","ports":[{"port":80,"nodePort":99}]}"#), code: 422,
      message:
        #"Service "web" is invalid: spec.ports[0].nodePort: Invalid value: 99: provided port is not in the valid range. The range of valid ports is 30000-32767"#
    ),
    Case(
      resource: .configMaps,
      body: #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"Web"},"data":{"a":"b"}}"#, code: 422,
      message:
        #"ConfigMap "Web" is invalid: metadata.name: Invalid value: "Web": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"#
    ),
    Case(
      resource: .configMaps,
      body:
        #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","labels":{"a":"b c"}},"data":{"a":"b"}}"#,
      code: 422,
      message:
        #"ConfigMap "x" is invalid: metadata.labels: Invalid value: "b c": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"#
    ),
    Case(
      resource: nodeGroups,
      body: nodeGroup(
        #"{"name":"ng","scalingConfig":{"minSize":3,"maxSize":2,"desiredSize":5},"instanceTypes":["z9.huge"]}"#
      ),
      code: 422,
      message:
        #"NodeGroup.eks.services.k8s.aws "ng" is invalid: [spec.scalingConfig.minSize: Invalid value: 3: Minimum capacity 3 can't be greater than maximum size 2, spec.scalingConfig.desiredSize: Invalid value: 5: desired capacity 5 can't be greater than max size 2, spec.instanceTypes[0]: Invalid value: "z9.huge": the specified instance type does not exist]"#
    ),
    Case(
      resource: subnets,
      body:
        #"{"apiVersion":"ec2.services.k8s.aws/v1alpha1","kind":"Subnet","metadata":{"name":"s"},"spec":{"cidrBlock":"10.0.0.0/30"}}"#,
      code: 422,
      message:
        #"Subnet.ec2.services.k8s.aws "s" is invalid: spec.cidrBlock: Invalid value: "10.0.0.0/30": the block size must be between a /16 and a /28 netmask"#
    ),
    Case(
      resource: subnets,
      body:
        #"{"apiVersion":"ec2.services.k8s.aws/v1alpha1","kind":"Subnet","metadata":{"name":"s"},"spec":{"cidrBlock":"10.0.0"}}"#,
      code: 422,
      message:
        #"Subnet.ec2.services.k8s.aws "s" is invalid: spec.cidrBlock: Invalid value: "10.0.0": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"#
    ),
    Case(
      resource: profiles,
      body:
        #"{"apiVersion":"eks.services.k8s.aws/v1alpha1","kind":"FargateProfile","metadata":{"name":"f"},"spec":{"name":"f"}}"#,
      code: 422,
      message:
        #"FargateProfile.eks.services.k8s.aws "f" is invalid: spec.selectors: Required value: Fargate Profile requires at least one selector."#
    ),
  ]

  @Test(arguments: cases) func `a bad object is refused in Kubernetes' words`(_ one: Case) async throws {
    let api = try await TestAPI(options: APIServiceOptions(isInstanceType: { $0 != "z9.huge" }))
    let error = await statusError { _ = try await api.post(one.resource, one.body) }
    #expect(error?.message == one.message)
    #expect(error?.code == one.code)
    #expect(error?.reason == (one.code == 422 ? .invalid : .badRequest))
  }

  @Test func `the causes name the fields`() async throws {
    let api = try await TestAPI()
    let error = await statusError { _ = try await api.post(.pods, Self.pod("{}")) }
    #expect(
      error?.details
        == StatusError.Details(
          name: "web", group: "", kind: "Pod",
          causes: [
            StatusError.Cause(
              reason: "FieldValueRequired", message: "Required value", field: "spec.containers")
          ]))
  }

  @Test func `unknown and duplicate fields are errors, warnings or nothing`() async throws {
    let api = try await TestAPI()
    let body =
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x"},"spec":{"foo":1,"containers":[{"name":"a","image":"x","image":"y","bar":2}]}}"#
    let error = await statusError {
      _ = try await api.post(.pods, body, options: WriteOptions(fieldValidation: .strict))
    }
    #expect(error?.code == 400)
    #expect(
      error?.message
        == #"Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.foo", unknown field "spec.containers[0].bar", duplicate field "spec.containers[0].image""#
    )
    let warned = try await api.post(
      .pods, body, options: WriteOptions(fieldValidation: .warn, isDryRun: true))
    #expect(
      warned.warnings == [
        #"unknown field "spec.foo""#, #"unknown field "spec.containers[0].bar""#,
        #"duplicate field "spec.containers[0].image""#,
      ])
    let ignored = try await api.post(.pods, body, options: WriteOptions(fieldValidation: .ignore))
    #expect(ignored.warnings.isEmpty)
    #expect(ignored.tree["spec"]?["foo"] == nil)
  }

  @Test func `a namespace must exist and live`() async throws {
    let api = try await TestAPI()
    let missing = await statusError {
      try await api.client.create(somePod { $0.metadata.namespace = "nowhere" })
    }
    #expect(missing?.message == #"namespaces "nowhere" not found"#)
    #expect(missing?.code == 404)
    let namespace = try await api.client.create(Namespace { $0.metadata.name = "old" })
    try await api.client.delete(Namespace.self, namespace.key)
    let ending = await statusError {
      try await api.client.create(
        ConfigMap {
          $0.metadata.name = "x"
          $0.metadata.namespace = "old"
        })
    }
    #expect(ending?.code == 403)
    #expect(
      ending?.message
        == #"configmaps "x" is forbidden: unable to create new content in namespace old because it is being terminated"#
    )
    #expect(ending?.details?.causes.first?.reason == "NamespaceTerminating")
  }

  @Test func `a pod needs its service account and its priority class`() async throws {
    let api = try await TestAPI()
    let account = await statusError {
      try await api.client.create(somePod { $0.spec.serviceAccountName = "robot" })
    }
    #expect(
      account?.message
        == #"pods "web" is forbidden: error looking up service account default/robot: serviceaccount "robot" not found"#
    )
    let priority = await statusError {
      try await api.client.create(somePod { $0.spec.priorityClassName = "high" })
    }
    #expect(priority?.message == #"pods "web" is forbidden: no PriorityClass with name high was found"#)
  }

  @Test func `what is immutable stays`() async throws {
    let api = try await TestAPI()
    var deployment = try await api.client.create(someDeployment())
    deployment.spec.selector = LabelSelector { $0.matchLabels = ["app": "other"] }
    deployment.spec.template.metadata.labels = ["app": "other"]
    let selector = await statusError { [deployment] in try await api.client.update(deployment) }
    #expect(
      selector?.message
        == #"Deployment.apps "web" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"other"}}: field is immutable"#
    )
    var group = try await api.client.create(
      NodeGroup {
        $0.metadata.name = "ng"
        $0.metadata.namespace = "default"
        $0.spec.name = "ng"
        $0.spec.instanceTypes = ["m5.large"]
      })
    group.spec.instanceTypes = ["m5.xlarge"]
    let types = await statusError { [group] in try await api.client.update(group) }
    #expect(
      types?.message
        == #"NodeGroup.eks.services.k8s.aws "ng" is invalid: spec.instanceTypes: Invalid value: ["m5.xlarge"]: Value is immutable once set"#
    )
  }

  @Test func `a subnet lies in its VPC and overlaps no other`() async throws {
    let api = try await TestAPI()
    try await api.client.create(
      VPC {
        $0.metadata.name = "main"
        $0.metadata.namespace = "default"
        $0.spec.cidrBlocks = ["10.0.0.0/16"]
      })
    func subnet(_ name: String, _ block: String) -> String {
      #"{"apiVersion":"ec2.services.k8s.aws/v1alpha1","kind":"Subnet","metadata":{"name":"\#(name)"},"spec":{"cidrBlock":"\#(block)","vpcRef":{"from":{"name":"main"}}}}"#
    }
    _ = try await api.post(Self.subnets, subnet("a", "10.0.0.0/24"))
    let outside = await statusError { _ = try await api.post(Self.subnets, subnet("b", "10.1.0.0/24")) }
    #expect(
      outside?.message
        == #"Subnet.ec2.services.k8s.aws "b" is invalid: spec.cidrBlock: Invalid value: "10.1.0.0/24": is not within the VPC's CIDR blocks (10.0.0.0/16)"#
    )
    let overlap = await statusError { _ = try await api.post(Self.subnets, subnet("b", "10.0.0.128/25")) }
    #expect(
      overlap?.message
        == #"Subnet.ec2.services.k8s.aws "b" is invalid: spec.cidrBlock: Invalid value: "10.0.0.128/25": conflicts with subnet a (10.0.0.0/24)"#
    )
  }
}
