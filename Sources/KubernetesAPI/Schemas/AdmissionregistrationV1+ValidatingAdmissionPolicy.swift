extension Schemas {
  static let admissionregistrationV1ValidatingAdmissionPolicy = #"""
    api admissionregistration.k8s.io/v1 io.k8s.api.admissionregistration.v1

    kind ValidatingAdmissionPolicy plural(validatingadmissionpolicies) categories(api-extensions) cluster subresources(status)
        "Conditions on requests: those that break them are refused, or warned of, where a binding says so."
      spec    ValidatingAdmissionPolicySpec    "The requests and the conditions."
      status  ValidatingAdmissionPolicyStatus  "What was noticed about the expressions."
      column "Validations"  integer
      column "ParamKind"  string
      column "Age"  string

    type ValidatingAdmissionPolicySpec  "Conditions on requests."
      auditAnnotations  [AuditAnnotation]  "What is written down about each request."
      failurePolicy     string             default(Fail) enum(Fail Ignore)
          "What happens when an expression fails: the request is refused (Fail), or not (Ignore)."
      matchConditions   [MatchCondition]   list(name) patch(name) max-items(64)
          "Conditions that a request must meet for the policy to be about it."
      matchConstraints  MatchResources     "The requests that the policy is about."
      paramKind         ParamKind          "The kind of the objects that parameterize the policy."
      validations       [Validation]       "The conditions."
      variables         [Variable]         list(name) patch(name)
          "Expressions that others can use."

    type Validation  swift(PolicyValidation)  "A condition on requests, and what is said of those that break it."
      expression         string  required
          "In CEL; it may name object, oldObject, request, params, namespaceObject, variables and authorizer."
      message            string  "What is said when it is false."
      messageExpression  string  "Makes what is said, before message."
      reason             string  "What kind of refusal it is: Unauthorized, Forbidden, Invalid, RequestEntityTooLarge."

    type AuditAnnotation  "Something that is written down about a request."
      key              string  required  "Under which name; the name of the policy stands before it."
      valueExpression  string  required  "In CEL: a text, or null for nothing."

    type ValidatingAdmissionPolicyStatus  "What was noticed about a policy."
      conditions          [Condition]   list(type)  "Aspects of the state, one entry a type."
      observedGeneration  int64         "The generation that the status was computed from."
      typeChecking        TypeChecking  "What does not fit the types of the resources that the policy names."

    type TypeChecking  "What does not fit the types of the resources that a policy names."
      expressionWarnings  [ExpressionWarning]  "One entry an expression and kind."

    type ExpressionWarning  "What is wrong with an expression."
      fieldRef  string  required  "Where the expression stands."
      warning   string  required  "What is wrong with it, kind by kind."

    kind ValidatingAdmissionPolicyBinding plural(validatingadmissionpolicybindings) categories(api-extensions) cluster
        "Puts a policy into force, for some requests and with parameters."
      spec  ValidatingAdmissionPolicyBindingSpec  required  "The policy, the requests and the parameters."
      column "PolicyName"  string
      column "ParamRef"  string
      column "Age"  string

    type ValidatingAdmissionPolicyBindingSpec  "How a policy is put into force."
      matchResources     MatchResources  "The requests, among those of the policy; all of them when not given."
      paramRef           ParamRef        "The objects that parameterize the policy."
      policyName         string          required  "The name of the policy."
      validationActions  [string]        required  set
          "What happens to requests that break a condition: Deny, Warn, Audit."
    """#
}
