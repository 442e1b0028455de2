import APIMachinery
import CEL
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    "1 + 2 * 3 == 7", "(1 + 2) * 3 == 9", "7 / 2 == 3", "-7 / 2 == -3", "-7 % 3 == -1", "7u / 2u == 3u",
    "2 - 1 - 1 == 0", "!true || true", "!(true || true) == false", "!!true", "--1 == 1", "-(-1) == 1",
    "(true ? (false ? 1 : 2) : 3) == 2", "(false ? 1 : false ? 2 : 3) == 3", "1 < 2 == true", "0x1F == 31",
    "-0x10 == -16", "0xFFu == 255u",
    "1e3 == 1000.0", ".5 == 0.5", "-9223372036854775808 < 0", "1.5e-2 == 0.015",
    "1 in [1, 2] && 'a' in {'a': 1}",
  ])
  func `operators bind as the grammar says`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test(arguments: [
    #"'\a\b\f\n\r\t\v\\\'\"\`\?' == "\x07\x08\x0c\x0a\x0d\x09\x0b\x5c\x27\x22\x60\x3f""#, #"r'\n' == '\\n'"#,
    #"R"\d" == '\\d'"#, #"'\u00e9' == 'é' && '\U0001F600' == '😀' && '\101' == 'A'"#, "'''a'b''' == \"a'b\"",
    "\"\"\"a\nb\"\"\" == 'a\\nb'", #"b'\xff\x00'.size() == 2"#, #"b'\303\251' == bytes('é')"#,
    "b'é'.size() == 2",
    #"br'\n'.size() == 2"#, "// a comment\n1 == 1 // another", "size('😀é') == 2",
  ])
  func `literals stand for what their escapes say`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test(arguments: [
    "(false && 1 / 0 > 0) == false", "(1 / 0 > 0 && false) == false", "true || 1 / 0 > 0",
    "1 / 0 > 0 || true",
    "[1, 2, 0].exists(x, 4 / x > 3)", "![1, 0, 2].all(x, 2 / x > 1)", "true ? true : 1 / 0 > 0",
  ])
  func `an error does not matter when the other side decides`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test(arguments: [
    ("1 / 0", "division by zero"), ("1 % 0", "modulus by zero"), ("1u / 0u", "division by zero"),
    ("9223372036854775807 + 1", "integer overflow"), ("-9223372036854775808 - 1", "integer overflow"),
    ("-9223372036854775808 / -1", "integer overflow"), ("9223372036854775807 * 2", "integer overflow"),
    ("1u - 2u", "unsigned integer overflow"), ("18446744073709551615u + 1u", "unsigned integer overflow"),
    ("int(1e99)", "integer overflow"), ("uint(-1)", "unsigned integer overflow"),
    ("int('x')", "type conversion error from 'string' to 'int'"), ("[1][1]", "index out of bounds: 1"),
    ("{'a': 1}['b']", "no such key: b"), ("{'a': 1}.b", "no such key: b"),
    ("dyn('a') + 1", "no such overload"),
    ("dyn(1) ? 1 : 2", "no such overload"), ("1 / 0 > 0 && true", "division by zero"),
    ("{'a': 1, 'a': 2}", "Failed with repeated key [a]"), ("0.0 / 0.0 < 1.0", "NaN values cannot be ordered"),
    ("timestamp('9999-12-31T23:59:59Z') + duration('1s')", "timestamp overflow"),
    ("optional.none().value()", "optional.none() dereference"),
    ("[1].filter(x, x > 1).min()", "min called on empty list"),
  ])
  func `what goes wrong is said in the words of cel-go`(_ expression: String, _ message: String) {
    #expect(failure(expression) == message)
  }

  @Test(arguments: [
    "dyn(1) == 1.0 && dyn(1) == 1u && dyn(1u) == 1.0", "dyn(1) != 1.5", "1 < 1.5 && 1u < 2 && 2.5 > 2u",
    "dyn('1') != 1", "dyn(null) != 1", "[1, 2] == [1, 2] && [1, 2] != [2, 1]", "{'a': [1]} == {'a': [1]}",
    "dyn([1, 2]) == [1.0, 2.0]", "{1: 'a'}[dyn(1.0)] == 'a'", "9223372036854775807 < 9223372036854775808u",
    "dyn(9007199254740993) != 9007199254740992.0", "0.0 == -0.0", "double('NaN') != double('NaN')",
    "false < true", "b'a' < b'b'", "'a' < 'b' && 'a' < 'ab' && 'Z' < 'a'", "'\\u00e9' != 'e\\u0301'",
  ])
  func `values are equal by what they stand for`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test(arguments: [
    "[1, 2, 3].all(x, x > 0) && ![1, 2].all(x, x > 1)", "[1, 2].exists(x, x == 2)",
    "[1, 2, 2].exists_one(x, x == 1)",
    "[1, 2].map(x, x * 2) == [2, 4]", "[1, 2, 3].map(x, x > 1, x * 2) == [4, 6]",
    "[1, 2, 3].filter(x, x != 2) == [1, 3]",
    "{'a': 1, 'b': 2}.all(k, k in ['a', 'b'])", "{'a': 1}.map(k, k + '!') == ['a!']", "[].all(x, x)",
    "[1, 2].all(i, v, v == i + 1)", "{'a': 1}.exists(k, v, k == 'a' && v == 1)",
    "[5, 6].existsOne(i, v, v == 5)",
    "[1, 2].transformList(i, v, i * v) == [0, 2]", "[1, 2].transformList(i, v, i > 0, v) == [2]",
    "{'a': 1}.transformMap(k, v, v + 1) == {'a': 2}",
    "{'a': 1, 'b': 2}.transformMap(k, v, v > 1, v) == {'b': 2}",
    "{'a': 'x'}.transformMapEntry(k, v, {v: k}) == {'x': 'a'}",
    "[1, 2].map(x, [3].map(y, x + y)) == [[4], [5]]",
    "[1].map(x, [2].map(x, x)) == [[2]]",
  ])
  func `macros walk over lists and maps`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test(arguments: [
    "object.?a.orValue('x') == 'A'", "object.?z.orValue('x') == 'x'", "object.?z.?y.orValue(1) == 1",
    "object.?z.y.hasValue() == false", "object.?list[0].orValue(0) == 7", "object.?list[3].orValue(0) == 0",
    "object.list[?0].value() == 7", "!object.list[?9].hasValue()",
    "object[?'a'].or(optional.of('b')).value() == 'A'",
    "[?optional.of(1), ?optional.none(), 2] == [1, 2]", "{?'a': optional.none(), 'b': 1} == {'b': 1}",
    "optional.of(2).optMap(x, x * 2).value() == 4", "!optional.none().optMap(x, x).hasValue()",
    "optional.of(2).optFlatMap(x, optional.of(x + 1)).value() == 3",
    "!optional.ofNonZeroValue('').hasValue()",
    "optional.of(1) == optional.of(1) && optional.none() != optional.of(1)",
    "has(object.a) && !has(object.z)",
  ])
  func `what is missing can be asked for`(_ expression: String) throws {
    #expect(try evaluate(expression, ["object": ["a": "A", "list": [7]]]).boolValue == true)
  }

  @Test(arguments: [
    "int('-5') == -5", "int(3.9) == 3", "int(-3.9) == -3", "uint('7') == 7u", "double('1.5') == 1.5",
    "string(1.5) == '1.5'", "string(1000000.0) == '1e+06'", "string(true) == 'true'",
    "string(b'abc') == 'abc'",
    "bool('true') && !bool('0')", "string(duration('1h30m')) == '5400s'",
    "string(duration('250ms')) == '0.25s'",
    "string(timestamp('2023-01-02T03:04:05.500+01:00')) == '2023-01-02T02:04:05.5Z'",
    "int(timestamp(100)) == 100",
    "type(1) == int && type('a') == string && type([]) == list && type({}) == map && type(type(1)) == type",
    "type(null) == null_type", "type(timestamp(0)) == google.protobuf.Timestamp", "dyn([1])[0] == 1",
    "bytes('é').size() == 2",
  ])
  func `values turn into values of other types`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test(arguments: [
    "timestamp('2023-01-02T03:04:05Z').getFullYear() == 2023",
    "timestamp('2023-01-02T03:04:05Z').getMonth() == 0",
    "timestamp('2023-01-02T03:04:05Z').getDate() == 2",
    "timestamp('2023-01-02T03:04:05Z').getDayOfMonth() == 1",
    "timestamp('2023-01-02T03:04:05Z').getDayOfWeek() == 1",
    "timestamp('2023-03-01T00:00:00Z').getDayOfYear() == 59",
    "timestamp('2023-01-02T03:04:05Z').getHours('-04:00') == 23",
    "timestamp('2023-01-02T03:04:05Z').getHours('UTC') == 3",
    "timestamp('2023-01-02T03:04:05.678Z').getMilliseconds() == 678", "duration('90m').getHours() == 1",
    "duration('90m').getMinutes() == 90",
    "timestamp('2023-01-02T00:00:00Z') - timestamp('2023-01-01T00:00:00Z') == duration('24h')",
    "timestamp('0001-01-01T00:00:00Z') < timestamp('9999-12-31T23:59:59.999999999Z')",
    "timestamp('2023-01-01T00:00:00Z') + duration('1h') > timestamp('2023-01-01T00:30:00Z')",
  ])
  func `times and durations have their parts`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test func `deep nesting and long chains end in an error, not in a crash`() throws {
    let deep = String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300)
    #expect(failure(deep).contains("expression recursion limit exceeded: 250"))
    #expect(
      failure("1" + String(repeating: "+1", count: 300)).contains("expression recursion limit exceeded: 250"))
    #expect(
      failure("a" + String(repeating: ".a", count: 300)).contains("expression recursion limit exceeded: 250"))
    let wide = "true" + String(repeating: " && true", count: 3000)
    #expect(try evaluate(wide).boolValue == true)
    #expect(failure(String(repeating: "x", count: 100_001)).contains("size: 100001, limit 100000"))
  }
}
