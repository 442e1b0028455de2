/// A text in the schema language, with the name of the file that it stands in.
public struct SchemaSource: Sendable {
  public var name: String
  public var text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
