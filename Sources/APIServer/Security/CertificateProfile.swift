internal import Crypto
internal import SwiftASN1
internal import X509

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A key on P-256 and the certificate for it.
struct KeyPair: Sendable {
  var certificate: Certificate
  var key: P256.Signing.PrivateKey

  var certificatePEM: String {
    get throws(ServerSecurityError) {
      do { return try certificate.serializeAsPEM().pemString + "\n" } catch {
        throw ServerSecurityError("a certificate cannot be written: \(error)")
      }
    }
  }

  var keyPEM: String { key.pemRepresentation + "\n" }

  init(certificate: Certificate, key: P256.Signing.PrivateKey) {
    self.certificate = certificate
    self.key = key
  }

  init(certificatePEM: String, keyPEM: String) throws(ServerSecurityError) {
    do {
      certificate = try Certificate(pemEncoded: certificatePEM)
      key = try P256.Signing.PrivateKey(pemRepresentation: keyPEM)
    } catch {
      throw ServerSecurityError("a certificate or its key is not PEM text: \(error)")
    }
  }

  /// Whether the certificate is good at a time, with a month to spare.
  func isValid(secondsSince1970 now: Int64) -> Bool {
    let month: Int64 = 30 * 86_400
    return Int64(certificate.notValidBefore.timeIntervalSince1970) <= now
      && now + month < Int64(certificate.notValidAfter.timeIntervalSince1970)
  }
}

/// What a certificate is for.
enum CertificateProfile {
  case authority
  /// - Parameters:
  ///   - names: DNS names.
  ///   - addresses: IP addresses as 4 or 16 bytes.
  case server(names: [String], addresses: [[UInt8]])
  /// Kubernetes: the common name is the user, the organizations are its groups.
  case client(user: String, group: String)

  private var subject: DistinguishedName {
    get throws {
      switch self {
      case .authority: try DistinguishedName { CommonName("swiftlet-ca") }
      case .server: try DistinguishedName { CommonName("kube-apiserver") }
      case .client(let user, let group):
        try DistinguishedName {
          OrganizationName(group)
          CommonName(user)
        }
      }
    }
  }

  /// Years that the certificate is good for.
  private var years: Double {
    if case .authority = self { 10 } else { 1 }
  }

  /// Makes a key and a certificate for it, signed by `authority`, or by itself when that is `nil`.
  func issue(by authority: KeyPair?, secondsSince1970 now: Int64) throws(ServerSecurityError) -> KeyPair {
    let key = P256.Signing.PrivateKey()
    do {
      let subject = try subject
      let start = Date(timeIntervalSince1970: Double(now) - 3600)
      let certificate = try Certificate(
        version: .v3,
        serialNumber: Certificate.SerialNumber(),
        publicKey: Certificate.PublicKey(key.publicKey),
        notValidBefore: start,
        notValidAfter: start.addingTimeInterval(years * 365.25 * 86_400),
        issuer: authority?.certificate.subject ?? subject,
        subject: subject,
        signatureAlgorithm: .ecdsaWithSHA256,
        extensions: try extensions(of: key, authority: authority),
        issuerPrivateKey: Certificate.PrivateKey(authority?.key ?? key))
      return KeyPair(certificate: certificate, key: key)
    } catch {
      throw ServerSecurityError("a certificate cannot be made: \(error)")
    }
  }

  private func extensions(
    of key: P256.Signing.PrivateKey, authority: KeyPair?
  ) throws -> Certificate.Extensions {
    let own = Certificate.PublicKey(key.publicKey)
    let issuer = authority.map { Certificate.PublicKey($0.key.publicKey) } ?? own
    let issuerIdentifier = SubjectKeyIdentifier(hash: issuer).keyIdentifier
    switch self {
    case .authority:
      return try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
        Critical(KeyUsage(digitalSignature: true, keyCertSign: true))
        SubjectKeyIdentifier(hash: own)
      }
    case .server(let names, let addresses):
      let alternatives =
        names.map { GeneralName.dnsName($0) }
        + addresses.map { .ipAddress(ASN1OctetString(contentBytes: $0[...])) }
      return try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectAlternativeNames(alternatives)
        AuthorityKeyIdentifier(keyIdentifier: issuerIdentifier)
      }
    case .client:
      return try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.clientAuth])
        AuthorityKeyIdentifier(keyIdentifier: issuerIdentifier)
      }
    }
  }
}
