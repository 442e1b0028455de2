import APIMachinery
import Testing

@testable import swiftlet

@Suite struct SortKeyTests {
  private func sorted(_ values: [JSON?]) throws -> [JSON?] {
    let documents = values.map { value in
      JSON.object(JSONObject(uniqueKeysWithValues: value.map { [("v", $0)] } ?? []))
    }
    return try SortKey(".v").sorted(documents, \.self).map { $0["v"] }
  }

  @Test func `numbers are sorted by size`() throws {
    #expect(try sorted([10, 9, 100]) == [9, 10, 100])
  }

  @Test func `quantities are sorted by size, not by their text`() throws {
    #expect(try sorted(["1Gi", "200Mi", "1500m"]) == ["1500m", "200Mi", "1Gi"])
  }

  @Test func `texts are sorted by their bytes`() throws {
    #expect(try sorted(["b", "a", "B"]) == ["B", "a", "b"])
  }

  @Test func `what has no value goes first`() throws {
    #expect(try sorted(["a", nil]) == [nil, "a"])
  }
}
