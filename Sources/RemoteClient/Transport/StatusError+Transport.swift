public import APIMachinery
internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP2
internal import NIOPosix
internal import NIOSSL

extension StatusError.Reason {
  /// There was no answer: the server cannot be reached, or the connection broke. Not sent by servers; the code of
  /// such an error is 0.
  public static let connectionFailed: StatusError.Reason = "ConnectionFailed"
}

extension StatusError {
  /// Words a failure of the connection as kubectl does.
  init(transport error: any Error, address: String) {
    if let error = error as? StatusError {
      self = error
      return
    }
    let (reason, message): (Reason, String) =
      if error is CancellationError || (error as? HTTPClientError) == .cancelled {
        (.timeout, "context canceled")
      } else if (error as? HTTPClientError) == .deadlineExceeded {
        (.timeout, "context deadline exceeded while awaiting the answer of \(address)")
      } else {
        (.connectionFailed, Self.text(of: error, address: address))
      }
    self.init(code: 0, reason: reason, message: message)
  }

  private static func text(of error: any Error, address: String) -> String {
    if let code = systemErrorCode(error) { return text(ofSystemError: code, address: address) }
    if let error = error as? HTTPClientError {
      switch error {
      case .connectTimeout, .getConnectionFromPoolTimeout:
        return "Unable to connect to the server: dial tcp \(address): i/o timeout"
      case .tlsHandshakeTimeout: return "Unable to connect to the server: net/http: TLS handshake timeout"
      case .remoteConnectionClosed: return "the connection to the server \(address) was lost: unexpected EOF"
      case .invalidURL, .emptyHost: return "Unable to connect to the server: \(address) is not an address"
      default: break
      }
    }
    if error is NIOHTTP2Errors.StreamClosed {
      return "the connection to the server \(address) was lost: stream error"
    }
    if error is NIOSSLError || error is NIOSSLExtraError {
      return "Unable to connect to the server: tls: failed to verify certificate: \(error)"
    }
    if let error = error as? NIOConnectionError, let dns = error.dnsAError ?? error.dnsAAAAError {
      return "Unable to connect to the server: dial tcp: lookup \(error.host): \(dns)"
    }
    return "Unable to connect to the server \(address): \(error)"
  }

  private static func systemErrorCode(_ error: any Error) -> Int32? {
    if let error = error as? IOError { return error.errnoCode }
    if let error = error as? NIOConnectionError {
      for single in error.connectionErrors {
        if let io = single.error as? IOError { return io.errnoCode }
      }
    }
    return nil
  }

  private static func text(ofSystemError code: Int32, address: String) -> String {
    switch code {
    case 111:
      "The connection to the server \(address) was refused - did you specify the right host or port?"
    case 104, 32: "the connection to the server \(address) was lost: connection reset by peer"
    case 110: "Unable to connect to the server: dial tcp \(address): i/o timeout"
    case 113: "Unable to connect to the server: dial tcp \(address): connect: no route to host"
    case 101: "Unable to connect to the server: dial tcp \(address): connect: network is unreachable"
    default: "Unable to connect to the server: dial tcp \(address): error \(code)"
    }
  }
}
