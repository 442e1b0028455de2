extension Schemas {
  static let admissionregistrationV1MutatingAdmissionPolicy = #"""
    api admissionregistration.k8s.io/v1 io.k8s.api.admissionregistration.v1

    kind MutatingAdmissionPolicy plural(mutatingadmissionpolicies) categories(api-extensions) cluster
        "Changes to the objects of requests, where a binding says so."
      spec  MutatingAdmissionPolicySpec  "The requests and the changes."
      column "Mutations"  integer
      column "ParamKind"  string
      column "Age"  string

    type MutatingAdmissionPolicySpec  "Changes to the objects of requests."
      failurePolicy       string            default(Fail) enum(Fail Ignore)
          "What happens when an expression fails: the request is refused (Fail), or left as it is (Ignore)."
      matchConditions     [MatchCondition]  list(name) patch(name) max-items(64)
          "Conditions that a request must meet for the policy to be about it."
      matchConstraints    MatchResources    "The requests that the policy is about."
      mutations           [Mutation]        "The changes, one after the other."
      paramKind           ParamKind         "The kind of the objects that parameterize the policy."
      reinvocationPolicy  string            default(Never) enum(Never IfNeeded)
          "Whether the policy is asked again when a later one has changed the object."
      variables           [Variable]        "Expressions that others can use."

    type Mutation  swift(PolicyMutation)  "A change to an object, in one of two forms."
      applyConfiguration  ApplyConfiguration  "An object to be merged in as server-side apply does."
      jsonPatch           JSONPatch           "Operations of a JSON patch."
      patchType           string              required  enum(ApplyConfiguration JSONPatch)
          "Which of the two is given."

    type ApplyConfiguration  swift(ApplyConfigurationExpression)  "An object to be merged in as server-side apply does."
      expression  string  "In CEL: Object{spec: Object.spec{replicas: 3}}."

    type JSONPatch  swift(JSONPatchExpression)  "Operations of a JSON patch."
      expression  string  "In CEL: a list of JSONPatch{op: 'add', path: '/spec/replicas', value: 3}."

    kind MutatingAdmissionPolicyBinding plural(mutatingadmissionpolicybindings) categories(api-extensions) cluster
        "Puts a policy into force, for some requests and with parameters."
      spec  MutatingAdmissionPolicyBindingSpec  "The policy, the requests and the parameters."
      column "PolicyName"  string
      column "ParamRef"  string
      column "Age"  string

    type MutatingAdmissionPolicyBindingSpec  "How a policy is put into force."
      matchResources  MatchResources  "The requests, among those of the policy; all of them when not given."
      paramRef        ParamRef        "The objects that parameterize the policy."
      policyName      string          "The name of the policy."
    """#
}
