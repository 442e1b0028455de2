import APIMachinery
import CEL

/// A MutatingAdmissionPolicy, compiled.
struct MutatingPolicy: Sendable {
  enum Mutation: Sendable {
    /// An expression that makes an object to be merged in.
    case apply(PolicyExpression)
    /// An expression that makes operations of a JSON patch.
    case patch(PolicyExpression)

    var expression: PolicyExpression {
      switch self {
      case .apply(let expression), .patch(let expression): expression
      }
    }
  }

  let common: CompiledPolicy
  let mutations: [Mutation]
  /// Whether the policy wants to be asked again when others have changed the object after it.
  let isReinvoked: Bool

  init(_ object: JSONObject) {
    let common = CompiledPolicy(object)
    let spec = object.object("spec") ?? JSONObject()
    let environment = common.environment(allowsPatches: true)
    mutations = spec.array("mutations").compactMap(\.objectValue).map { mutation in
      if mutation.string("patchType") == "JSONPatch" {
        let text = mutation.object("jsonPatch")?.string("expression") ?? ""
        return .patch(PolicyExpression(text, [.list(.jsonPatch)], in: environment))
      }
      let text = mutation.object("applyConfiguration")?.string("expression") ?? ""
      return .apply(PolicyExpression(text, [.patchedObject], in: environment))
    }
    isReinvoked = spec.string("reinvocationPolicy") == "IfNeeded"
    self.common = common
  }
}
