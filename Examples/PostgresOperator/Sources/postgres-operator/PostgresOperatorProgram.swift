import ControllerRuntime
import ControllerService
import PostgresOperator

/// Runs the operator against the cluster of the kubeconfig, or against the one it is a pod of.
@main struct PostgresOperatorProgram: ControllerProgram {
  static let name = "postgres-operator"

  var controllers: [Controller] { [PostgresReconciler.controller] }
}
