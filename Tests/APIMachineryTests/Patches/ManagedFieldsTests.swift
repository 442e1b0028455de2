import APIMachinery
import Testing

@Suite struct ManagedFieldsTests {
  private func fields(_ name: String) -> FieldSet { FieldSet(tree: [name: .object([:])]) }

  private func entry(_ manager: String, _ field: String, time: String = "2026-01-01T00:00:00Z")
    -> ManagedFields.Entry
  {
    ManagedFields.Entry(
      manager: manager, operation: .update, apiVersion: "v1", time: time, fields: fields(field))
  }

  @Test func `an update takes fields from their managers, and none stays without fields`() {
    let later = "2026-01-01T00:00:01Z"
    var managed = ManagedFields(entries: [entry("b", "f:b"), entry("a", "f:a"), entry("c", "f:c")])
    var diff = FieldDiff()
    (diff.changed, diff.removed) = (fields("f:c"), fields("f:b"))
    managed.recordUpdate(diff, by: entry("b", "f:x", time: later))
    #expect(managed.entries == [entry("a", "f:a"), entry("b", "f:c", time: later)])
  }

  @Test func `entries are read whatever the order of their members`() {
    let entries = [entry("a", "f:a"), entry("", "f:b")]
    let written = ManagedFields(entries: entries).json.arrayValue ?? []
    #expect(ManagedFields(json: written).entries == entries)
    let reversed = written.compactMap(\.objectValue).map { object in
      JSON.object(JSONObject(uniqueKeysWithValues: object.reversed()))
    }
    #expect(ManagedFields(json: reversed).entries == entries)
    #expect(ManagedFields(json: reversed).json.description == JSON.array(written).description)
  }

  @Test(arguments: ["operation", "apiVersion"])
  func `an entry without what it needs is dropped`(member: String) {
    var written = entry("a", "f:a").json
    written.removeValue(member)
    #expect(ManagedFields(json: [.object(written)]).isEmpty)
  }
}

extension ManagedFields.Entry {
  /// The entry as it is written.
  fileprivate var json: JSONObject {
    ManagedFields(entries: [self]).json.arrayValue?.first?.objectValue ?? [:]
  }
}
