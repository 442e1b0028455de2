/// The members of a mapping while it is read.
struct YAMLMapping {
  private var object = JSONObject()
  private var children: [(node: YAMLReader.Node, mark: YAMLDocument.Mark)] = []
  private var keys: Set<String> = []
  private var merges: [YAMLReader.Node] = []

  /// Adds a member, or puts it in the place of the one of that name.
  ///
  /// - Returns: Where the member stands whose place it took.
  mutating func add(
    _ key: String, _ node: YAMLReader.Node, at mark: YAMLDocument.Mark
  ) -> YAMLDocument.Mark? {
    guard keys.insert(key).inserted else {
      guard let position = object.position(of: key) else { return nil }
      let earlier = children[position].mark
      object[key] = node.value
      children[position] = (node, mark)
      return earlier
    }
    object.append(key, node.value)
    children.append((node, mark))
    return nil
  }

  /// Notes what a `<<` merges, one mapping or several; `false` when it is something else.
  mutating func addMerge(_ node: YAMLReader.Node) -> Bool {
    switch node.value {
    case .object: merges.append(node)
    case .array(let elements):
      for (element, mark) in zip(elements, node.mark.children) {
        guard case .object = element else { return false }
        merges.append(YAMLReader.Node(value: element, mark: mark, depth: node.depth, weight: node.weight))
      }
    default: return false
    }
    return true
  }

  /// Puts the members into `node`: first its own, then those of the merges that are still missing, earlier merges
  /// before later ones.
  mutating func finish(into node: inout YAMLReader.Node) {
    for (child, mark) in children { node.contain(child, at: mark) }
    for merge in merges {
      for (index, member) in (merge.value.objectValue ?? JSONObject()).enumerated()
      where keys.insert(member.key).inserted {
        object.append(member.key, member.value)
        let mark = index < merge.mark.children.count ? merge.mark.children[index] : merge.mark
        node.mark.children.append(mark)
      }
      node.depth = max(node.depth, merge.depth)
      node.weight += merge.weight
    }
    node.value = .object(object)
  }
}
