import APIMachinery
import KubernetesAPI

extension DescriptionText {
  /// Kubernetes: `kubectl/pkg/describe describeContainers`.
  ///
  /// - Parameters:
  ///   - statuses: `nil` for the containers of a template.
  ///   - environment: Says what fields of the pod have for values; `nil` for a template.
  mutating func containers(
    _ title: String, _ containers: [Container], _ statuses: [ContainerStatus]?,
    _ environment: EnvironmentValues?, indent: String = ""
  ) {
    line(containers.isEmpty ? "\(indent)\(title): <none>" : "\(indent)\(title):")
    for container in containers {
      let status = statuses?.first { $0.name == container.name }
      line("\(indent.isEmpty ? "" : " ")\(container.name):", level: 1)
      basics(of: container, status)
      lines("Command", container.command)
      lines("Args", container.args)
      if let status { state(status) }
      amounts("Limits", container.resources?.limits)
      amounts("Requests", container.resources?.requests)
      probes(of: container)
      sources(of: container.envFrom)
      variables(of: container, environment)
      mounts(container.volumeMounts)
    }
  }

  private mutating func basics(of container: Container, _ status: ContainerStatus?) {
    if let status { field("Container ID", status.containerID ?? "", level: 2) }
    field("Image", container.image ?? "", level: 2)
    if let status { field("Image ID", status.imageID, level: 2) }
    let ports = container.ports.map { "\($0.containerPort)/\($0.protocol ?? "TCP")" }
    field(ports.count > 1 ? "Ports" : "Port", Self.joined(ports), level: 2)
    let hostPorts = container.ports.map { "\($0.hostPort ?? 0)/\($0.protocol ?? "TCP")" }
    field(ports.count > 1 ? "Host Ports" : "Host Port", Self.joined(hostPorts), level: 2)
    guard let profile = container.securityContext?.seccompProfile else { return }
    field("SeccompProfile", profile.type, level: 2)
    if profile.type == "Localhost" { field("LocalhostProfile", profile.localhostProfile ?? "", level: 2) }
  }

  private static func joined(_ texts: [String]) -> String {
    texts.isEmpty ? "<none>" : texts.joined(separator: ", ")
  }

  private mutating func lines(_ title: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    line("\(title):", level: 2)
    for text in texts {
      for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
        line(String(part), level: 3)
      }
    }
  }

  mutating func amounts(_ title: String, _ amounts: ResourceList?, level: Int = 2) {
    guard let amounts, !amounts.isEmpty else { return }
    line("\(title):", level: level)
    for (name, amount) in amounts.sorted(by: { $0.key < $1.key }) {
      field(name, amount.description, level: level + 1)
    }
  }

  private mutating func mounts(_ mounts: [VolumeMount]) {
    line("Mounts:\(mounts.isEmpty ? "\t<none>" : "")", level: 2)
    for mount in mounts.sorted(by: { $0.mountPath < $1.mountPath }) {
      var flags = mount.readOnly == true ? "ro" : "rw"
      if let path = mount.subPath, !path.isEmpty { flags += ",path=\"\(path)\"" }
      line("\(mount.mountPath) from \(mount.name) (\(flags))", level: 3)
    }
  }
}

// MARK: - State

extension DescriptionText {
  private mutating func state(_ status: ContainerStatus) {
    state("State", status.state)
    if status.lastState?.terminated != nil { state("Last State", status.lastState) }
    field("Ready", status.ready ? "True" : "False", level: 2)
    field("Restart Count", "\(status.restartCount)", level: 2)
  }

  private mutating func state(_ title: String, _ state: ContainerState?) {
    if let running = state?.running {
      field(title, "Running", level: 2)
      field("Started", (running.startedAt ?? .empty).localText, level: 3)
    } else if let terminated = state?.terminated {
      field(title, "Terminated", level: 2)
      field("Reason", optional: terminated.reason, level: 3)
      field("Message", optional: terminated.message, level: 3)
      field("Exit Code", "\(terminated.exitCode)", level: 3)
      if let signal = terminated.signal, signal > 0 { field("Signal", "\(signal)", level: 3) }
      field("Started", (terminated.startedAt ?? .empty).localText, level: 3)
      field("Finished", (terminated.finishedAt ?? .empty).localText, level: 3)
    } else {
      field(title, "Waiting", level: 2)
      field("Reason", optional: state?.waiting?.reason, level: 3)
    }
  }
}

// MARK: - Probes

extension DescriptionText {
  private mutating func probes(of container: Container) {
    if let probe = container.livenessProbe { field("Liveness", Self.text(of: probe), level: 2) }
    if let probe = container.readinessProbe { field("Readiness", Self.text(of: probe), level: 2) }
    if let probe = container.startupProbe { field("Startup", Self.text(of: probe), level: 2) }
  }

  /// Kubernetes: `kubectl/pkg/describe DescribeProbe`.
  static func text(of probe: Probe) -> String {
    let attributes =
      "delay=\(probe.initialDelaySeconds ?? 0)s timeout=\(probe.timeoutSeconds ?? 0)s"
      + " period=\(probe.periodSeconds ?? 0)s #success=\(probe.successThreshold ?? 0)"
      + " #failure=\(probe.failureThreshold ?? 0)"
    if let exec = probe.exec { return "exec [\(exec.command.joined(separator: " "))] \(attributes)" }
    if let http = probe.httpGet {
      let scheme = (http.scheme ?? "HTTP").lowercased()
      let path = http.path ?? ""
      let slash = path.isEmpty || path.hasPrefix("/") ? path : "/\(path)"
      return "http-get \(scheme)://\(http.host ?? ""):\(http.port)\(slash) \(attributes)"
    }
    if let socket = probe.tcpSocket { return "tcp-socket \(socket.host ?? ""):\(socket.port) \(attributes)" }
    if let grpc = probe.grpc { return "grpc <pod>:\(grpc.port) \(grpc.service ?? "") \(attributes)" }
    return "unknown \(attributes)"
  }
}

// MARK: - Environment

extension DescriptionText {
  private mutating func sources(of sources: [EnvFromSource]) {
    guard !sources.isEmpty else { return }
    line("Environment Variables from:", level: 2)
    for source in sources {
      let isMap = source.configMapRef != nil
      let name = source.configMapRef?.name ?? source.secretRef?.name ?? ""
      let isOptional = source.configMapRef?.optional ?? source.secretRef?.optional ?? false
      let prefix = source.prefix.map { $0.isEmpty ? "" : " with prefix '\($0)'" } ?? ""
      line("\(name)\t\(isMap ? "ConfigMap" : "Secret")\(prefix)\tOptional: \(isOptional)", level: 3)
    }
  }

  private mutating func variables(of container: Container, _ values: EnvironmentValues?) {
    line("Environment:\(container.env.isEmpty ? "\t<none>" : "")", level: 2)
    for variable in container.env {
      guard let source = variable.valueFrom else {
        plain(variable.name, variable.value ?? "")
        continue
      }
      if let reference = source.fieldRef {
        let value = values?.value(ofField: reference.fieldPath) ?? ""
        line("\(variable.name):\t\(value) (\(reference.apiVersion ?? "v1"):\(reference.fieldPath))", level: 3)
      } else if let reference = source.resourceFieldRef {
        let value = EnvironmentValues.value(of: reference, in: container)
        line("\(variable.name):\t\(value) (\(reference.resource))", level: 3)
      } else {
        key(variable.name, source)
      }
    }
  }

  private mutating func plain(_ name: String, _ value: String) {
    let parts = value.split(separator: "\n", omittingEmptySubsequences: false)
    for (position, part) in parts.enumerated() {
      line("\(position == 0 ? "\(name):" : "")\t\(part)", level: 3)
    }
  }

  private mutating func key(_ name: String, _ source: EnvVarSource) {
    if let secret = source.secretKeyRef {
      line(
        "\(name):\t<set to the key '\(secret.key)' in secret '\(secret.name ?? "")'>"
          + "\tOptional: \(secret.optional ?? false)", level: 3)
    } else if let map = source.configMapKeyRef {
      line(
        "\(name):\t<set to the key '\(map.key)' of config map '\(map.name ?? "")'>"
          + "\tOptional: \(map.optional ?? false)", level: 3)
    }
  }
}
