/// Certificates of an authority that exists for these tests alone: P-256, a hundred years, for 127.0.0.1.
///
/// Made with `openssl req -x509`, `openssl x509 -req`; the names are those of the subjects.
enum TestCertificate {
  static let authority = """
    -----BEGIN CERTIFICATE-----
    MIIBijCCAS+gAwIBAgIURPADSJdMJm31bJuxH52YkQDFdDIwCgYIKoZIzj0EAwIw
    GTEXMBUGA1UEAwwOdGVzdCBhdXRob3JpdHkwIBcNMjYxMTIxMTcwOTM3WhgPMjEy
    NjEwMjgxNzA5MzdaMBkxFzAVBgNVBAMMDnRlc3QgYXV0aG9yaXR5MFkwEwYHKoZI
    zj0CAQYIKoZIzj0DAQcDQgAEVUdS/c7Sy2KwiunWA8TLCOVRm8ArxvzzplJ7d3Bu
    0RDl36Es4Yljk2BQeRGzx2Z+zaElLkbyWf3QaMHjyPfbaaNTMFEwHQYDVR0OBBYE
    FPLIl/PoXIorXb3baP3/BQ464l4iMB8GA1UdIwQYMBaAFPLIl/PoXIorXb3baP3/
    BQ464l4iMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAKvbIF2W
    S+FIwCHdaR0YN4oqUk+Ys9OWuh6vGaRNEw5HAiEAjgITdup+6MNsJSiaTANU2ifq
    zpbkwdR5wI1oYerWNt8=
    -----END CERTIFICATE-----

    """

  static let server = """
    -----BEGIN CERTIFICATE-----
    MIIBjTCCATKgAwIBAgIURPaEVvQmorp0AJDtRwbY3m8zhbEwCgYIKoZIzj0EAwIw
    GTEXMBUGA1UEAwwOdGVzdCBhdXRob3JpdHkwIBcNMjYxMTIxMTcwOTM3WhgPMjEy
    NjEwMjgxNzA5MzdaMBExDzANBgNVBAMMBnNlcnZlcjBZMBMGByqGSM49AgEGCCqG
    SM49AwEHA0IABGMjurNvk/4/KBLwQmM129o5kHt93vqtlbtMnS+XceRnCeeILevj
    GI3OHap1bVPdbyoAeSUT8JmF4peaUf3wPF+jXjBcMBoGA1UdEQQTMBGHBH8AAAGC
    CWxvY2FsaG9zdDAdBgNVHQ4EFgQUYkXWUDtaTQeTuL0iDDdBCFFZdBYwHwYDVR0j
    BBgwFoAU8siX8+hciitdvdto/f8FDjriXiIwCgYIKoZIzj0EAwIDSQAwRgIhALjg
    D+Wt73l+JynmE0jh+BZaoHHCihFtON0vUdGLPPyDAiEA7qNsicttxJqn85He1U22
    DlDae2Q7HXB4rL6wy71RG8Q=
    -----END CERTIFICATE-----

    """

  static let serverKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgC+Z5IhD0Xr6dn3xM
    0iqCmkNTJq5o9r+cqPaM+uf7yNKhRANCAARjI7qzb5P+PygS8EJjNdvaOZB7fd76
    rZW7TJ0vl3HkZwnniC3r4xiNzh2qdW1T3W8qAHklE/CZheKXmlH98Dxf
    -----END PRIVATE KEY-----

    """

  static let one = """
    -----BEGIN CERTIFICATE-----
    MIIBijCCAS+gAwIBAgIURPaEVvQmorp0AJDtRwbY3m8zhbIwCgYIKoZIzj0EAwIw
    GTEXMBUGA1UEAwwOdGVzdCBhdXRob3JpdHkwIBcNMjYxMTIxMTcwOTM3WhgPMjEy
    NjEwMjgxNzA5MzdaMA4xDDAKBgNVBAMMA29uZTBZMBMGByqGSM49AgEGCCqGSM49
    AwEHA0IABCNi2eWgcA1bXl1CGjkhUk0EEDV+STmqKn32ceQYl1p5zbbB9HJdlDaP
    0mF9blV4pyRTIfQJsVoNNBoxqY4+lbajXjBcMBoGA1UdEQQTMBGHBH8AAAGCCWxv
    Y2FsaG9zdDAdBgNVHQ4EFgQUvZ1NLWGM9eLOFeZfeeglUbv3j+MwHwYDVR0jBBgw
    FoAU8siX8+hciitdvdto/f8FDjriXiIwCgYIKoZIzj0EAwIDSQAwRgIhAO0b1ocQ
    h21DX/0Qz4T9xCqosYkQOunqn5nJqytQ7Us6AiEAjJzmDpC6GaHiepSO7+qa+8iJ
    gK3EAvUM+AblIzt3N3o=
    -----END CERTIFICATE-----

    """

  static let oneKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgqLodnCn8ON7eSMTB
    Ag9TDUxRjobzRIcddd8NAYTwlIChRANCAAQjYtnloHANW15dQho5IVJNBBA1fkk5
    qip99nHkGJdaec22wfRyXZQ2j9JhfW5VeKckUyH0CbFaDTQaMamOPpW2
    -----END PRIVATE KEY-----

    """

  static let two = """
    -----BEGIN CERTIFICATE-----
    MIIBiTCCAS+gAwIBAgIURPaEVvQmorp0AJDtRwbY3m8zhbMwCgYIKoZIzj0EAwIw
    GTEXMBUGA1UEAwwOdGVzdCBhdXRob3JpdHkwIBcNMjYxMTIxMTcwOTM3WhgPMjEy
    NjEwMjgxNzA5MzdaMA4xDDAKBgNVBAMMA3R3bzBZMBMGByqGSM49AgEGCCqGSM49
    AwEHA0IABIztL0xRNa8oRPV9lsYMSa4/Jzhpojx+I3gGS9pMNQ5jV/kWvpm0jIbM
    qf0zPbV6Zy4scz0Po3QWTKLPW7sifLWjXjBcMBoGA1UdEQQTMBGHBH8AAAGCCWxv
    Y2FsaG9zdDAdBgNVHQ4EFgQUv1nyDYI2RMzpIID6gwFgmjwwAIYwHwYDVR0jBBgw
    FoAU8siX8+hciitdvdto/f8FDjriXiIwCgYIKoZIzj0EAwIDSAAwRQIhAOcI7RP4
    L/jRlQLWrhhMQhLPeWQP3lD4kHttEAhIIRXEAiBOVLc7+onEALNwB+TUeRRMM1w4
    39sIMM2zH+dFwDoFag==
    -----END CERTIFICATE-----

    """

  static let twoKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgcACZzOLkwC+o9jcn
    A8ya0EXXWzlneDzlw6XRX0Q9FQShRANCAASM7S9MUTWvKET1fZbGDEmuPyc4aaI8
    fiN4BkvaTDUOY1f5Fr6ZtIyGzKn9Mz21emcuLHM9D6N0Fkyiz1u7Iny1
    -----END PRIVATE KEY-----

    """
}
