import CustomResources

/// A shelf, and the cups that stand on it.
@CustomResource(group: "example.com", version: "v1", plural: "shelves")
struct Shelf {
  /// What is wanted.
  var spec: ShelfSpec
  /// What there is.
  var status: ShelfStatus
}

/// What is wanted of a shelf.
@Schema
struct ShelfSpec {
  /// How many cups stand on it.
  @Field(minimum: 0, maximum: 12) var size: Int = 1
}

/// What there is of a shelf.
@Schema
struct ShelfStatus {
  /// The generation that the status is about.
  var observedGeneration: Int?
  /// How many cups stand on it.
  var cups: Int?
}

/// A cup of a shelf.
@CustomResource(group: "example.com", version: "v1")
struct Cup {
  /// What is wanted.
  var spec: CupSpec
}

/// What is wanted of a cup.
@Schema
struct CupSpec {
  /// What it is filled with.
  var drink: String = "tea"
}
