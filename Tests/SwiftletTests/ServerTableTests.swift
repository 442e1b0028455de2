import APIMachinery
import Testing

@testable import swiftlet

@Suite struct ServerTableTests {
  private let now = Timestamp(secondsSince1970: 1_800_000_100)

  private func lines(_ answer: JSON) -> String {
    let table = ServerTable(answer, isWide: false, now: now)
    let options = ServerTable.Options()
    return TextColumns.layOut([table.header(options)] + table.rows.map { table.texts(of: $0, options) })
  }

  private func object(_ name: String, _ seconds: Int64) -> JSON {
    [
      "metadata": [
        "name": .string(name), "creationTimestamp": .string(Timestamp(secondsSince1970: seconds).rfc3339),
      ]
    ]
  }

  @Test func `a table shows the columns of the server`() {
    let text = lines([
      "kind": "Table",
      "columnDefinitions": [["name": "Name"], ["name": "Size"], ["name": "Note", "priority": 1]],
      "rows": [["cells": ["a", 3, "x"]]],
    ])
    #expect(text == "NAME   SIZE\na      3\n")
  }

  @Test func `a server that makes no tables sends objects, which show their names and ages`() {
    let list: JSON = [
      "kind": "GadgetList", "items": [object("a", 1_800_000_000), object("longer", 1_799_996_500)],
    ]
    #expect(lines(list) == "NAME     AGE\na        100s\nlonger   60m\n")
    #expect(lines(object("one", 1_800_000_095)) == "NAME   AGE\none    5s\n")
  }
}
