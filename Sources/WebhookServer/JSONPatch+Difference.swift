internal import APIMachinery

extension JSONPatch {
  /// The changes that make one object of another. Lists that differ are replaced as a whole.
  init(from old: JSONObject, to new: JSONObject) {
    self.init([])
    compare(old, new, at: [])
  }

  private mutating func compare(_ old: JSONObject, _ new: JSONObject, at path: [String]) {
    for (key, value) in old where new[key] == nil {
      _ = value
      operations.append(.remove(JSONPointer(tokens: path + [key])))
    }
    for (key, value) in new {
      let place = path + [key]
      switch (old[key], value) {
      case (nil, _): operations.append(.add(JSONPointer(tokens: place), value))
      case (.object(let before)?, .object(let after)): compare(before, after, at: place)
      case (let before?, _):
        if before != value { operations.append(.replace(JSONPointer(tokens: place), value)) }
      }
    }
  }
}
