import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxMacros

/// What the macros have to say about a declaration: an error at its place.
struct Complaint: DiagnosticMessage {
  let message: String
  let severity = DiagnosticSeverity.error

  init(_ message: String) { self.message = message }

  var diagnosticID: MessageID { MessageID(domain: "CustomResources", id: message) }
}

extension MacroExpansionContext {
  func complain(_ message: String, at node: some SyntaxProtocol) {
    diagnose(Diagnostic(node: Syntax(node), message: Complaint(message)))
  }
}
