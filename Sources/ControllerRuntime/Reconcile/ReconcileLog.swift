import APIMachinery
import Logging

extension Logger {
  /// This logger with the fields of a controller.
  ///
  /// Kubernetes: controller-runtime `pkg/builder`: `controller`, `controllerGroup`, `controllerKind`.
  func with(_ controller: Controller) -> Logger {
    // What writes nothing needs no fields.
    if handler is SwiftLogNoOpLogHandler { return self }
    var logger = self
    logger[metadataKey: "controller"] = "\(controller.name)"
    if let kind = controller.ownerKind {
      logger[metadataKey: "controllerGroup"] = "\(kind.group)"
      logger[metadataKey: "controllerKind"] = "\(kind.kind)"
    }
    return logger
  }
}

extension ReconcileRecord.Outcome {
  /// Logs an outcome that is an error; the others at the level `debug`.
  func log(in context: ReconcileContext) {
    let isError = if case .action = self { false } else { self != .cancelled }
    let level: Logger.Level = isError ? .error : .debug
    guard context.environment.logger.logLevel <= level else { return }
    if case .failed(let error) = self {
      context.log.error("Reconciler error", metadata: ["error": "\(error)"])
    } else if case .terminal(let error) = self {
      context.log.error("Reconciler error", metadata: ["error": "terminal error: \(error)"])
    } else {
      context.log.debug("Reconcile done", metadata: ["result": "\(label)", "action": "\(self)"])
    }
  }
}
