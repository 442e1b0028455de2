import APIMachinery
import KubernetesAPI
import Testing

@testable import APIServer

/// Writes messages as Go's generated code does.
private struct Message {
  var bytes: [UInt8] = []

  mutating func varint(_ number: UInt64) {
    var rest = number
    while rest >= 128 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func int(_ field: UInt64, _ value: Int64) {
    varint(field << 3)
    varint(UInt64(bitPattern: value))
  }

  mutating func add(_ field: UInt64, _ value: [UInt8]) {
    varint(field << 3 | 2)
    varint(UInt64(value.count))
    bytes += value
  }

  mutating func text(_ field: UInt64, _ value: String) { add(field, Array(value.utf8)) }

  mutating func message(_ field: UInt64, _ fill: (inout Message) -> Void) {
    var inner = Message()
    fill(&inner)
    add(field, inner.bytes)
  }

  static func object(_ apiVersion: String, _ kind: String, _ fill: (inout Message) -> Void) -> [UInt8] {
    var envelope = Message()
    envelope.message(1) { type in
      type.text(1, apiVersion)
      type.text(2, kind)
    }
    envelope.message(2, fill)
    return [0x6B, 0x38, 0x73, 0x00] + envelope.bytes
  }
}

@Suite struct ProtobufTests {
  @Test func `every kind that typed clients know can be read`() {
    let untyped: Set = ["apiextensions.k8s.io"]
    // kubectl 1.32, which the numbers come from, has no types for these in version 1.
    let newer: Set = ["MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding", "VolumeAttributesClass"]
    for kind in SchemaCatalog.kubernetes.resources where !untyped.contains(kind.definition.group) {
      let name = kind.definition.groupVersionKind
      if newer.contains(name.kind) { continue }
      let message = ProtobufSchema.shared.message(apiVersion: name.apiVersion, kind: name.kind)
      #expect(message != nil, "scripts/generate-protobuf-fields does not read the group of \(name)")
      let fields = message.flatMap { ProtobufSchema.shared.fields(of: $0) } ?? [:]
      for field in fields.values.map(\.name).sorted() {
        #expect(kind.schema.fields.contains { $0.name == field }, "\(name) has no \(field)")
      }
    }
  }

  @Test func `a config map`() throws {
    let bytes = Message.object("v1", "ConfigMap") { map in
      map.message(1) { metadata in
        metadata.text(1, "one")
        metadata.text(2, "")
        metadata.int(7, 0)
        metadata.message(8) { _ in }
        metadata.message(11) {
          $0.text(1, "app"); $0.text(2, "web")
        }
      }
      map.message(2) {
        $0.text(1, "key"); $0.text(2, "value")
      }
      map.message(2) { $0.text(1, "empty") }
      map.message(3) {
        $0.text(1, "raw"); $0.add(2, [0, 255])
      }
      map.int(4, 0)
    }
    let expected: JSONObject = [
      "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "one", "labels": ["app": "web"]],
      "data": ["key": "value", "empty": ""], "binaryData": ["raw": "AP8="], "immutable": false,
    ]
    #expect(try ProtobufDecoder.object(bytes) == expected)
  }

  @Test func `a deployment with what JSON writes in another way`() throws {
    let bytes = Message.object("apps/v1", "Deployment") { deployment in
      deployment.message(2) { spec in
        spec.int(1, 0)
        spec.int(5, 0)
        spec.message(3) { template in
          template.message(1) { metadata in metadata.message(8) { $0.int(1, 1_709_164_800) } }
          template.message(2) { pod in
            pod.message(1) { volume in
              volume.text(1, "tmp")
              volume.message(2) { source in source.message(2) { $0.text(1, "Memory") } }
            }
            pod.message(2) { container in
              container.text(1, "main")
              container.message(8) { resources in
                resources.message(1) {
                  $0.text(1, "cpu"); $0.message(2) { $0.text(1, "100m") }
                }
              }
              container.message(10) { probe in
                probe.message(1) { handler in
                  handler.message(2) { http in
                    http.text(1, "/healthz")
                    http.message(2) {
                      $0.int(1, 0); $0.int(2, 8080); $0.text(3, "")
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    let spec = try ProtobufDecoder.object(bytes)["spec"]
    #expect(spec?["replicas"] == 0)
    #expect(spec?["minReadySeconds"] == nil)
    let template = spec?["template"]
    #expect(template?["metadata"]?["creationTimestamp"] == "2024-02-29T00:00:00Z")
    #expect(template?["spec"]?["volumes"] == [["name": "tmp", "emptyDir": ["medium": "Memory"]]])
    let container = template?["spec"]?["containers"]?.arrayValue?.first
    #expect(container?["resources"] == ["limits": ["cpu": "100m"]])
    #expect(container?["livenessProbe"] == ["httpGet": ["path": "/healthz", "port": 8080]])
  }

  @Test func `what is no object is refused`() {
    let good = Message.object("v1", "ConfigMap") { $0.text(1, "x") }
    for bytes in [[], [1, 2], [0x6B, 0x38, 0x73, 0x00], Array(good.dropLast()), good + [0xFF]] as [[UInt8]] {
      #expect(throws: StatusError.self) { try ProtobufDecoder.object(bytes) }
    }
    let unknown = Message.object("example.com/v1", "Widget") { _ in }
    let error = #expect(throws: StatusError.self) { try ProtobufDecoder.object(unknown) }
    #expect(error?.code == 415)
  }

  @Test func `random bytes never break the reader`() {
    var state: UInt64 = 1
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<20_000 {
      var bytes = Message.object("v1", "Pod") { $0.message(2) { $0.message(2) { $0.text(1, "main") } } }
      for _ in 0..<4 { bytes[4 + next(below: bytes.count - 4)] = UInt8(next(below: 256)) }
      _ = try? ProtobufDecoder.object(bytes)
    }
  }
}
