internal import APICore
internal import APIMachinery
internal import NIOHTTP1

/// Discovery, OpenAPI and the list of paths.
extension APIResponder {
  func document(_ target: URLTarget, _ exchange: inout Exchange) async {
    guard exchange.method == .GET || exchange.method == .HEAD else {
      return await exchange.send(.methodNotAllowed)
    }
    await exchange.send(.unknownPath)
  }
}
