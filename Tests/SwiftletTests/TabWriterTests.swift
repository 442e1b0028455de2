import Testing

@testable import swiftlet

@Suite struct TabWriterTests {
  @Test func `columns are as wide as the widest cell in neighbouring lines`() {
    let text = TabWriter().layOut("Name:\tweb\nNamespace:\tdefault\n")
    #expect(text == "Name:       web\nNamespace:  default\n")
  }

  @Test func `a line without cells ends the columns above it`() {
    let text = TabWriter().layOut("a\tb\nheading\nlonger\tc\n")
    #expect(text == "a  b\nheading\nlonger  c\n")
  }

  @Test func `inner columns are laid out among the lines that have them`() {
    let text = TabWriter().layOut("Port:\thttp\t80/TCP\nTargetPort:\t8080/TCP\nNodePort:\thttp\t30000/TCP\n")
    #expect(text == "Port:        http  80/TCP\nTargetPort:  8080/TCP\nNodePort:    http  30000/TCP\n")
  }

  @Test func `empty cells keep their place`() {
    #expect(TabWriter().layOut("Labels:\ta=1\n\tb=2\n") == "Labels:  a=1\n         b=2\n")
  }

  @Test func `tables have columns of at least six characters with three spaces between them`() {
    let text = TextColumns.layOut([["NAME", "A", "AGE"], ["web-1", "b", "5s"]])
    #expect(text == "NAME    A     AGE\nweb-1   b     5s\n")
  }
}
