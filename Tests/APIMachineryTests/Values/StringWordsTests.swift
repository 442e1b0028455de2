import Testing

@testable import APIMachinery

/// What is used of the layout of strings, and that nothing depends on where a text happens to stand.
@Suite struct StringWordsTests {
  private static let texts = [
    "", "a", "b", "ab", "spec", "status", "metadata", "labels", "resourceVersion", "ownerReferences",
    "f:spec",
    "deletionTimestamp", "creationTimestamp", "deletionGracePeriodSeconds", "f:terminationMessagePath",
    "k:{\"type\":\"Ready\"}", "k:{\"type\":\"ContainersReady\"}", "größe", "größen", "\u{E9}", "e\u{301}",
    "a\u{0}",
    "a\u{0}b", "spe\u{FFFD}", "éééééééé", "ééééééééz",
  ]

  /// The same text beside the value, as a string has it that was made for a longer one.
  private static func moved(_ text: String) -> String {
    var long = text + String(repeating: "-", count: 64)
    long.removeLast(64)
    return long
  }

  @Test func `fifteen bytes stand in the value, sixteen do not`() {
    for text in Self.texts { #expect(StringWords(text).isImmediate == (text.utf8.count <= 15), "\(text)") }
    #expect(StringWords("resourceVersion").isImmediate)
    #expect(!StringWords("resourceVersions").isImmediate)
  }

  @Test func `other texts have their length in the first word`() {
    for text in Self.texts where text.utf8.count > 15 {
      #expect(StringWords(text).length == text.utf8.count, "\(text)")
      #expect(StringWords(Self.moved(text)).length == text.utf8.count, "\(text)")
    }
  }

  @Test func `other texts stand where the second word leads to`() {
    for text in Self.texts where text.utf8.count > 15 {
      for text in [text, Self.moved(text)] {
        let words = StringWords(text)
        withExtendedLifetime(text) {
          let bytes = UnsafeRawBufferPointer(start: words.start, count: words.length)
          #expect(bytes.elementsEqual(text.utf8), "\(text)")
        }
      }
    }
  }

  @Test func `a short text that stands elsewhere is found out`() {
    for text in Self.texts {
      #expect(StringWords(text).isSettled, "\(text)")
      let moved = Self.moved(text)
      #expect(StringWords(moved).isSettled == (text.utf8.count > 15), "\(text)")
      let settled = moved.settled
      #expect(StringWords(settled).isSettled, "\(text)")
      #expect(settled.utf8.elementsEqual(text.utf8), "\(text)")
    }
  }

  @Test func `two texts are the same if their bytes are`() {
    for left in Self.texts {
      for right in Self.texts {
        let (mine, other) = (Self.moved(left).settled, Self.moved(right).settled)
        withExtendedLifetime((mine, other)) {
          let isSame = StringWords(mine).isSame(as: StringWords(other))
          #expect(isSame == left.utf8.elementsEqual(right.utf8), "\(left) \(right)")
        }
      }
    }
  }

  @Test func `a member is found wherever its key stands`() {
    var (object, moved) = (JSONObject(), JSONObject())
    for (number, text) in Self.texts.enumerated() {
      object.append(text, .int(Int64(number)))
      moved.append(Self.moved(text), .int(Int64(number)))
    }
    for (number, text) in Self.texts.enumerated() {
      for key in [text, Self.moved(text)] {
        #expect(object.position(of: key) == number, "\(text)")
        #expect(moved.position(of: key) == number, "\(text)")
      }
    }
    #expect(object.position(of: "spe") == nil)
    #expect(object.position(of: "creationTimestamps") == nil)
  }

  @Test func `texts come in the order of their bytes`() {
    for left in Self.texts {
      for right in Self.texts {
        let expected = left.utf8.lexicographicallyPrecedes(right.utf8)
        #expect(left.bytewisePrecedes(right) == expected, "\(left) \(right)")
        #expect(Self.moved(left).bytewisePrecedes(right) == expected, "\(left) \(right)")
        #expect(left.bytewisePrecedes(Self.moved(right)) == expected, "\(left) \(right)")
      }
    }
  }

  @Test(arguments: [5, 31, 200])
  func `members are sorted by the bytes of their keys`(count: Int) {
    var object = JSONObject()
    for number in 0..<count { object.append("key-\(number * 7919 % 1000)-\(number)", .null) }
    let sorted = object.sortedByKey()
    #expect(sorted.keys == object.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(sorted.isSortedByKey)
    #expect(object.count == count)
  }

  @Test func `a hash depends on the bytes alone`() {
    for text in Self.texts { #expect(text.textHash == Self.moved(text).textHash, "\(text)") }
    #expect(Set(Self.texts.map(\.textHash)).count == Self.texts.count)
  }
}
