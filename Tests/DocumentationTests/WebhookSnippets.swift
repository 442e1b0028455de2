import APIMachinery
import ControllerRuntime
import ControllerService
import CustomResources
import Foundation
import Logging
import ServiceLifecycle
import Testing
import WebhookServer

/// What `webhooks.md` shows.
enum ShelfWebhooks {
  static func judge(_ question: AdmissionQuestion<Shelf>) -> AdmissionVerdict {
    guard let old = question.oldObject, let new = question.object else { return .allowed }
    if new.spec.size < old.spec.size {
      return .denied("a shelf does not shrink: \(question.userName) asked for \(new.spec.size) cups")
    }
    return new.spec.size > 10 ? .allowed.warning("more than ten cups fall easily") : .allowed
  }

  static var routes: [WebhookRoute] {
    [
      AdmissionWebhook.validating("/validate-shelf", Shelf.self) { judge($0) },
      AdmissionWebhook.mutating("/label-shelf", Shelf.self) { shelf, question in
        shelf.metadata.labels["example.com/by"] = question.userName
        return .allowed
      },
      ConversionWebhook.route("/convert-shelf") { object, version in
        var spec = object["spec"]?.objectValue ?? JSONObject()
        if version == "example.com/v1" {
          spec["size"] = spec["cups"]
          spec["cups"] = nil
        } else {
          spec["cups"] = spec["size"]
          spec["size"] = nil
        }
        object["spec"] = .object(spec)
      },
    ]
  }
}

struct ShelfOperator: ControllerProgram {
  var controllers: [Controller] {
    [Controller("shelf", ShelfReconciler()).for(Shelf.self).owns(Cup.self).indexByController(Cup.self)]
  }

  var services: [any Service] {
    get throws {
      let folder = "/etc/webhook-certificate"  // where the Secret is mounted
      let configuration = WebhookServerConfiguration(
        host: "0.0.0.0", port: 9443,
        certificatePEM: try String(contentsOfFile: "\(folder)/tls.crt", encoding: .utf8),
        keyPEM: try String(contentsOfFile: "\(folder)/tls.key", encoding: .utf8))
      return [
        try AdmissionWebhookServer(
          configuration, routes: ShelfWebhooks.routes, logger: Logger(label: "webhooks"))
      ]
    }
  }
}

@Suite struct ShelfWebhookTests {
  private static func question(_ old: Int, _ new: Int) -> AdmissionQuestion<Shelf> {
    AdmissionQuestion(request: [
      "operation": "UPDATE", "userInfo": ["username": "ada"],
      "oldObject": ["spec": ["size": .int(Int64(old))]],
      "object": ["spec": ["size": .int(Int64(new))]],
    ])
  }

  @Test func `a shelf does not shrink`() {
    let verdict = ShelfWebhooks.judge(Self.question(3, 2))
    #expect(!verdict.isAllowed)
    #expect(verdict.message == "a shelf does not shrink: ada asked for 2 cups")
  }

  @Test func `many cups are allowed with a warning`() {
    #expect(ShelfWebhooks.judge(Self.question(3, 11)).warnings == ["more than ten cups fall easily"])
  }
}
