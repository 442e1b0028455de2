import APIMachinery
import ObjectStore

/// A few words that are the same for two states that differ in nothing but what differs from run to run. Making them
/// costs a fraction of making the ``FinalState``.
struct StateSketch: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ state: CapturedState, _ masks: FieldMasks) {
    let names = Masking(state)
    let walk = Walk(names: names, masks: masks)
    for object in state.objects {
      guard let tree = object.change else {
        add(object.resource.textHash, object.stored.key.name.textHash)
        continue
      }
      let name = names.name(object.resource, tree)
      if masks.patterns.contains(name) { continue }
      add(name.textHash, walk.hash(tree, masks.root(of: object.resource)))
    }
  }

  /// The order of the objects does not count, their number does.
  private mutating func add(_ name: UInt64, _ content: UInt64) {
    low &+= TextHash.mix(name ^ TextHash.mix(content))
    high &+= TextHash.mix(content &+ (name << 1 | 1))
  }
}

/// Adds up the fields of an object.
private struct Walk {
  let names: Masking
  let masks: FieldMasks

  /// The order of the members does not count.
  func hash(_ object: JSONObject, _ mask: Int?) -> UInt64 {
    var sum: UInt64 = 0
    for (key, value) in object {
      if case .object(let metadata) = value, key == "metadata" {
        let kept = metadata.lazy.filter { !Masking.isIgnored(metadata: $0.key) }
        let place = masks.member(key, of: mask)
        let part = kept.reduce(UInt64(0)) { $0 &+ member($1.key, $1.value, place) }
        sum &+= TextHash.mix(part &+ 1)
      } else {
        sum &+= member(key, value, mask)
      }
    }
    return sum
  }

  private func member(_ key: String, _ value: JSON, _ mask: Int?) -> UInt64 {
    if Masking.isIgnored(field: key) { return 0 }
    let mask = mask == nil ? nil : masks.member(key, of: mask)
    let content =
      if case .array(let elements) = value, key == "conditions" {
        unordered(elements, mask)
      } else {
        hash(value, mask)
      }
    return content == 0 ? 0 : TextHash.mix(key.textHash ^ content)
  }

  /// - Returns: 0 when nothing of the value counts.
  private func hash(_ value: JSON, _ mask: Int?) -> UInt64 {
    switch value {
    case .object(let object) where !object.isEmpty:
      var sum: UInt64 = 0
      for (key, value) in object { sum &+= member(key, value, mask) }
      return sum == 0 ? 0 : TextHash.mix(sum)
    case .array(let elements) where !elements.isEmpty:
      let place = masks.element(of: mask)
      return elements.reduce(0) { sum, element in
        let content = hash(element, place)
        return content == 0 ? sum : TextHash.mix(sum &* 31 &+ content)
      }
    default: return masks.isMasked(mask) ? 0 : leaf(value)
    }
  }

  private func unordered(_ elements: [JSON], _ mask: Int?) -> UInt64 {
    let place = masks.element(of: mask)
    return elements.reduce(0) { sum, element in
      let content = hash(element, place)
      return content == 0 ? sum : sum &+ TextHash.mix(content)
    }
  }

  private func leaf(_ value: JSON) -> UInt64 {
    switch value {
    case .string(let text): names.masked(text).textHash
    case .int(let number): TextHash.mix(UInt64(bitPattern: number) &+ 3)
    case .double(let number): TextHash.mix(number.bitPattern &+ 5)
    case .bool(let flag): flag ? 7 : 11
    case .null: 13
    case .object: 17
    case .array: 19
    }
  }
}
