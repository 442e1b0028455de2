import Foundation
import Testing

/// Admission policies of a running cluster, with the real kubectl.
@Suite(
  .serialized, .oneAtATime, .enabled(if: TestCluster.isBuilt, "the executable is not built"),
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: TestCluster.kubectl), "kubectl is not on this machine"))
struct KubectlPolicyTests {
  private static let policy = """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicy
    metadata: {name: copies}
    spec:
      failurePolicy: Fail
      paramKind: {apiVersion: v1, kind: ConfigMap}
      matchConstraints:
        resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}]
      matchConditions: [{name: not-exempt, expression: "!('exempt' in object.metadata.?labels.orValue({}))"}]
      variables: [{name: most, expression: "int(params.data.most)"}]
      validations:
      - expression: object.spec.replicas <= variables.most
        messageExpression: "'%d copies are more than %d'.format([object.spec.replicas, variables.most])"
    ---
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicyBinding
    metadata: {name: copies}
    spec:
      policyName: copies
      paramRef: {name: limits, namespace: default, parameterNotFoundAction: Deny}
      validationActions: [Deny]
      matchResources: {namespaceSelector: {matchLabels: {policy: "on"}}}
    """

  private static let words =
    "ValidatingAdmissionPolicy 'copies' with binding 'copies' denied request: "

  @Test func `a policy with parameters refuses, is passed by, and warns`() throws {
    try TestCluster.run { cluster in
      let kubectl = Kubectl(cluster: cluster)
      #expect(try kubectl.run("apply -f -", input: Self.policy).code == 0)
      #expect(
        try kubectl.words("get validatingadmissionpolicy,validatingadmissionpolicybinding") == [
          ["NAME", "VALIDATIONS", "PARAMKIND", "AGE"],
          ["validatingadmissionpolicy.admissionregistration.k8s.io/copies", "1", "v1/ConfigMap", "AGE"],
          ["NAME", "POLICYNAME", "PARAMREF", "AGE"],
          [
            "validatingadmissionpolicybinding.admissionregistration.k8s.io/copies", "copies",
            "default/limits", "AGE",
          ],
        ])
      let make = "create deployment web --image=nginx --replicas=30"
      try kubectl.say("\(make) --dry-run=server", "deployment.apps/web created (server dry run)\n")
      try kubectl.say("label ns default policy=on", "namespace/default labeled\n")
      try kubectl.refuse(
        make,
        "error: failed to create deployment: deployments.apps \"web\" is forbidden: \(Self.words)failed to configure"
          + " binding: no params found for policy binding with `Deny` parameterNotFoundAction\n")
      try kubectl.say("create cm limits --from-literal=most=10", "configmap/limits created\n")
      let refused = "deployments.apps \"web\" is forbidden: \(Self.words)30 copies are more than 10\n"
      #expect(
        try TestCluster.wait {
          try kubectl.run(make).errors == "error: failed to create deployment: \(refused)"
        })
      try kubectl.say("create deployment web --image=nginx", "deployment.apps/web created\n")
      try kubectl.refuse(
        #"patch deploy web -p {"spec":{"replicas":30}}"#,
        "The deployments \"web\" is invalid: : \(Self.words)30 copies are more than 10\n")
      try kubectl.say(
        #"patch deploy web -p {"metadata":{"labels":{"exempt":"yes"}},"spec":{"replicas":30}}"#,
        "deployment.apps/web patched\n")
      try kubectl.say(
        #"patch validatingadmissionpolicybinding copies --type=merge -p {"spec":{"validationActions":["Warn"]}}"#,
        "validatingadmissionpolicybinding.admissionregistration.k8s.io/copies patched\n")
      let warned = try kubectl.run(
        #"patch deploy web -p {"metadata":{"labels":{"exempt":null}},"spec":{"replicas":31}}"#)
      #expect(warned.output == "deployment.apps/web patched\n")
      #expect(
        warned.errors
          == "Warning: Validation failed for ValidatingAdmissionPolicy 'copies' with binding 'copies': 31 copies are more"
          + " than 10\n")
      let broken = try kubectl.run(
        #"patch validatingadmissionpolicy copies --type=json -p [{"op":"replace","path":"/spec/validations/0/expression","value":"object.spec.("}]"#
      )
      #expect(
        broken.errors.hasPrefix(
          "The ValidatingAdmissionPolicy \"copies\" is invalid: spec.validations[0].expression: Invalid value:"
            + " \"object.spec.(\": compilation failed: ERROR: <input>:1:13: Syntax error:"), "\(broken)")
    }
  }
}
