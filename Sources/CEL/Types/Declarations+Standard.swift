extension Declarations {
  static let standard = """
    conditional _?_:_(bool, A, A): A
    logical_and _&&_(bool, bool): bool
    logical_or _||_(bool, bool): bool
    logical_not !_(bool): bool
    equals _==_(A, A): bool
    not_equals _!=_(A, A): bool
    add_bytes _+_(bytes, bytes): bytes
    add_double _+_(double, double): double
    add_duration_duration _+_(duration, duration): duration
    add_duration_timestamp _+_(duration, timestamp): timestamp
    add_timestamp_duration _+_(timestamp, duration): timestamp
    add_int64 _+_(int, int): int
    add_list _+_(list<A>, list<A>): list<A>
    add_string _+_(string, string): string
    add_uint64 _+_(uint, uint): uint
    subtract_double _-_(double, double): double
    subtract_duration_duration _-_(duration, duration): duration
    subtract_int64 _-_(int, int): int
    subtract_timestamp_duration _-_(timestamp, duration): timestamp
    subtract_timestamp_timestamp _-_(timestamp, timestamp): duration
    subtract_uint64 _-_(uint, uint): uint
    multiply_double _*_(double, double): double
    multiply_int64 _*_(int, int): int
    multiply_uint64 _*_(uint, uint): uint
    divide_double _/_(double, double): double
    divide_int64 _/_(int, int): int
    divide_uint64 _/_(uint, uint): uint
    modulo_int64 _%_(int, int): int
    modulo_uint64 _%_(uint, uint): uint
    negate_double -_(double): double
    negate_int64 -_(int): int
    in_list @in(A, list<A>): bool
    in_map @in(A, map<A, B>): bool
    index_list _[_](list<A>, int): A
    index_map _[_](map<A, B>, A): B
    size_bytes size(bytes): int
    size_list size(list<A>): int
    size_map size(map<A, B>): int
    size_string size(string): int
    bytes_size bytes::size(): int
    list_size list<A>::size(): int
    map_size map<A, B>::size(): int
    string_size string::size(): int
    contains_string string::contains(string): bool
    ends_with_string string::endsWith(string): bool
    starts_with_string string::startsWith(string): bool
    matches matches(string, string): bool
    matches_string string::matches(string): bool
    """

  /// The four relations over every pair of types that has an order.
  static let comparisons: String = {
    let same: [(id: String, type: String)] = [
      ("bool", "bool"), ("int64", "int"), ("uint64", "uint"), ("double", "double"), ("string", "string"),
      ("bytes", "bytes"), ("timestamp", "timestamp"), ("duration", "duration"),
    ]
    let mixed: [(id: String, left: String, right: String)] = [
      ("int64_double", "int", "double"), ("int64_uint64", "int", "uint"), ("uint64_double", "uint", "double"),
      ("uint64_int64", "uint", "int"), ("double_int64", "double", "int"), ("double_uint64", "double", "uint"),
    ]
    let relations = [("less", "<"), ("less_equals", "<="), ("greater", ">"), ("greater_equals", ">=")]
    return relations.flatMap { name, symbol in
      same.map { "\(name)_\($0.id) _\(symbol)_(\($0.type), \($0.type)): bool" }
        + mixed.map { "\(name)_\($0.id) _\(symbol)_(\($0.left), \($0.right)): bool" }
    }.joined(separator: "\n")
  }()

  static let conversions = """
    bool_to_bool bool(bool): bool
    string_to_bool bool(string): bool
    bytes_to_bytes bytes(bytes): bytes
    string_to_bytes bytes(string): bytes
    double_to_double double(double): double
    int64_to_double double(int): double
    string_to_double double(string): double
    uint64_to_double double(uint): double
    duration_to_duration duration(duration): duration
    int64_to_duration duration(int): duration
    string_to_duration duration(string): duration
    to_dyn dyn(A): dyn
    double_to_int64 int(double): int
    duration_to_int64 int(duration): int
    int64_to_int64 int(int): int
    string_to_int64 int(string): int
    timestamp_to_int64 int(timestamp): int
    uint64_to_int64 int(uint): int
    bool_to_string string(bool): string
    bytes_to_string string(bytes): string
    double_to_string string(double): string
    duration_to_string string(duration): string
    int64_to_string string(int): string
    string_to_string string(string): string
    timestamp_to_string string(timestamp): string
    uint64_to_string string(uint): string
    int64_to_timestamp timestamp(int): timestamp
    string_to_timestamp timestamp(string): timestamp
    timestamp_to_timestamp timestamp(timestamp): timestamp
    type type(A): type<A>
    double_to_uint64 uint(double): uint
    int64_to_uint64 uint(int): uint
    string_to_uint64 uint(string): uint
    uint64_to_uint64 uint(uint): uint
    """

  static let time: String = {
    let ofTimestamp = [
      "getFullYear", "getMonth", "getDayOfYear", "getDayOfMonth", "getDate", "getDayOfWeek", "getHours",
      "getMinutes", "getSeconds", "getMilliseconds",
    ]
    let ofDuration = ["getHours", "getMinutes", "getSeconds", "getMilliseconds"]
    return
      (ofTimestamp.flatMap {
        ["timestamp_\($0) timestamp::\($0)(): int", "timestamp_\($0)_tz timestamp::\($0)(string): int"]
      } + ofDuration.map { "duration_\($0) duration::\($0)(): int" }).joined(separator: "\n")
  }()

  static let optionals = """
    optional_of optional.of(V): optional<V>
    optional_ofNonZeroValue optional.ofNonZeroValue(V): optional<V>
    optional_none optional.none(): optional<V>
    optional_value optional<V>::value(): V
    optional_hasValue optional<V>::hasValue(): bool
    optional_or_optional optional<V>::or(optional<V>): optional<V>
    optional_orValue_value optional<V>::orValue(V): V
    list_optindex_optional_int _[?_](list<V>, int): optional<V>
    optional_list_optindex_optional_int _[?_](optional<list<V>>, int): optional<V>
    map_optindex_optional_value _[?_](map<K, V>, K): optional<V>
    optional_map_optindex_optional_value _[?_](optional<map<K, V>>, K): optional<V>
    optional_list_index_int _[_](optional<list<V>>, int): optional<V>
    optional_map_index_value _[_](optional<map<K, V>>, K): optional<V>
    """
}
