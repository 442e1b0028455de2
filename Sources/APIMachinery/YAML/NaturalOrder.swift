/// The order in which go-yaml writes the keys of a map: numbers within them count as numbers, and other characters
/// come before letters.
enum NaturalOrder {
  static func precedes(_ left: String, _ right: String) -> Bool {
    let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    for index in 0..<min(a.count, b.count) where a[index] != b[index] {
      let (isLetterA, isLetterB) = (a[index].properties.isAlphabetic, b[index].properties.isAlphabetic)
      if isLetterA && isLetterB { return a[index] < b[index] }
      if isLetterA || isLetterB { return isLetterB }
      return precedes(a, b, from: index)
    }
    return a.count < b.count
  }

  /// Compares where neither has a letter.
  private static func precedes(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], from index: Int) -> Bool {
    var (numberA, numberB): (UInt64, UInt64) = (0, 0)
    if a[index] == "0" || b[index] == "0" {
      let digitsBefore = a[..<index].reversed().prefix { digit($0) != nil }
      if digitsBefore.contains(where: { $0 != "0" }) { (numberA, numberB) = (1, 1) }
    }
    let lengthA = readNumber(a[index...], into: &numberA)
    let lengthB = readNumber(b[index...], into: &numberB)
    if numberA != numberB { return numberA < numberB }
    if lengthA != lengthB { return lengthA < lengthB }
    return a[index] < b[index]
  }

  private static func readNumber(_ scalars: ArraySlice<Unicode.Scalar>, into number: inout UInt64) -> Int {
    var length = 0
    for scalar in scalars {
      guard let digit = digit(scalar) else { break }
      number = number &* 10 &+ digit
      length += 1
    }
    return length
  }

  private static func digit(_ scalar: Unicode.Scalar) -> UInt64? {
    "0"..."9" ~= scalar ? UInt64(scalar.value - 48) : nil
  }
}
