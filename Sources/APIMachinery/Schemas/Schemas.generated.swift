// Generated from Sources/APIMachinery/Schemas by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

/// The declarations of this room, each in a file of its own.
enum Schemas {
  static let all: [SchemaSource] = [
    SchemaSource(name: "MetaV1", text: metaV1),
  ]
}
