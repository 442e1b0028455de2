import APIMachinery
import CEL
import Testing

@Suite struct LibraryTests {
  @Test(arguments: [
    "'tacocat'.charAt(3) == 'o'", "'tacocat'.indexOf('cat') == 4", "'tacocat'.indexOf('a', 3) == 5",
    "'tacocat'.indexOf('none') == -1", "'tacocat'.lastIndexOf('a') == 5",
    "'tacocat'.lastIndexOf('a', 3) == 1",
    "'TacoCat'.lowerAscii() == 'tacocat'", "'tacoÄ'.upperAscii() == 'TACOÄ'",
    "'hello hello'.replace('he', 'we') == 'wello wello'",
    "'hello hello'.replace('he', 'we', 1) == 'wello hello'",
    "'hello hello'.replace('he', 'we', 0) == 'hello hello'",
    "'abc'.replace('', '-') == '-a-b-c-'", "'a b c'.split(' ') == ['a', 'b', 'c']",
    "'a b c'.split(' ', 2) == ['a', 'b c']",
    "'abc'.split('') == ['a', 'b', 'c']", "'a'.split('', 0) == []", "'tacocat'.substring(4) == 'cat'",
    "'tacocat'.substring(0, 4) == 'taco'", "' \\ttrim\\n '.trim() == 'trim'", "['a', 'b'].join() == 'ab'",
    "['a', 'b'].join('-') == 'a-b'", "strings.quote('a\"b\\n') == '\"a\\\\\"b\\\\n\"'",
    "'abc'.contains('') && 'abc'.contains('bc')",
    "'abc'.startsWith('ab') && 'abc'.endsWith('bc') && !'abc'.endsWith('abcd')",
  ])
  func `texts`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test(arguments: [
    ("'%s and %d'.format([dyn('a'), 5])", "a and 5"), ("'%.2f'.format([3.14159])", "3.14"),
    ("'%f'.format([1.5])", "1.500000"),
    ("'%e'.format([1234.5])", "1.234500e+03"), ("'%x %X'.format([dyn(255), 'ab'])", "ff 6162"),
    ("'%o %b'.format([8, 5])", "10 101"),
    ("'%%'.format([])", "%"), ("'%s'.format([[dyn(1), 'b', true]])", "[1, b, true]"),
    ("'%s'.format([{'b': 1, 'a': 2}])", "{a: 2, b: 1}"),
    ("'%.0f %.1f'.format([2.5, 0.25])", "2 0.2"), ("'%s'.format([duration('90s')])", "90s"),
    ("'%.3e'.format([0.000012345])", "1.234e-05"),
  ])
  func `formatted texts`(_ expression: String, _ text: String) throws {
    #expect(try evaluate(expression).stringValue == text)
  }

  @Test(arguments: [
    "[1, 2, 2].isSorted() && ![2, 1].isSorted()", "[1, 2, 3].sum() == 6", "[1.5, 2.5].sum() == 4.0",
    "[duration('1m'), duration('1s')].sum() == duration('61s')",
    "[3, 1, 2].min() == 1 && [3, 1, 2].max() == 3",
    "['b', 'a'].min() == 'a'", "[1, 2, 2].indexOf(2) == 1", "[1, 2, 2].lastIndexOf(2) == 2",
    "[1].indexOf(5) == -1",
    "sets.contains([1, 2, 3], [3, 1])", "!sets.contains([1], [2])", "sets.equivalent([1, 1, 2], [2, 1])",
    "sets.intersects([1, 2], [2, 3]) && !sets.intersects([1], [2])", "[1, 2] + [3] == [1, 2, 3]",
  ])
  func `lists and sets`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test(arguments: [
    "'abc 123'.find('[0-9]+') == '123'", "'abc'.find('[0-9]+') == ''",
    "'123 abc 456'.findAll('[0-9]*') == ['123', '', '', '', '', '456']",
    "'123 abc 456'.findAll('[0-9]+') == ['123', '456']", "'1 2 3'.findAll('[0-9]', 2) == ['1', '2']",
    "'abc'.matches('^[a-z]+$')",
  ])
  func `patterns`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test(arguments: [
    "isURL('https://example.com:80/') && !isURL('../a') && isURL('/a/b') && isURL('mailto:a@b')",
    "url('https://example.com:80/').getHost() == 'example.com:80'",
    "url('https://example.com:80/').getHostname() == 'example.com' && url('https://example.com:80/').getPort() == '80'",
    "url('https://[::1]:80/').getHostname() == '::1'",
    "url('https://example.com/path with spaces/').getEscapedPath() == '/path%20with%20spaces/'",
    "url('https://example.com/path?k1=a&k2=b&k2=c').getQuery() == {'k1': ['a'], 'k2': ['b', 'c']}",
    "url('/path').getScheme() == '' && url('HTTPS://a').getScheme() == 'https'",
    "url('https://u:p@example.com/').getHost() == 'example.com'",
    "url('https://a/?k=a%20b').getQuery()['k'][0] == 'a b'",
  ])
  func `addresses of the web`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test(arguments: [
    "isQuantity('1.3Gi') && !isQuantity('200K')",
    "quantity('50000000G').isInteger() && quantity('50k').asInteger() == 50000",
    "!quantity('0.5').isInteger()", "quantity('50k').asApproximateFloat() == 50000.0",
    "quantity('-50').sign() == -1", "quantity('1k').add(5) == quantity('1005')",
    "quantity('1k').sub(quantity('1')) == quantity('999')",
    "quantity('150Mi').isLessThan(quantity('1Gi')) && quantity('1Gi').isGreaterThan(quantity('150Mi'))",
    "quantity('200M').compareTo(quantity('0.2G')) == 0", "quantity('1000m') == quantity('1')",
  ])
  func `quantities`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test(arguments: [
    "isIP('127.0.0.1') && isIP('::1') && !isIP('999.0.0.1') && !isIP('::ffff:1.2.3.4')",
    "ip('127.0.0.1').family() == 4 && ip('fd00::1').family() == 6",
    "ip('127.0.0.1').isLoopback() && ip('::1').isLoopback()",
    "ip('0.0.0.0').isUnspecified() && ip('::').isUnspecified()",
    "ip('224.0.0.1').isLinkLocalMulticast() && ip('ff02::1').isLinkLocalMulticast()",
    "ip('169.254.169.254').isLinkLocalUnicast() && ip('fe80::1').isLinkLocalUnicast()",
    "ip('8.8.8.8').isGlobalUnicast() && !ip('255.255.255.255').isGlobalUnicast()",
    "ip.isCanonical('2001:db8::abcd') && !ip.isCanonical('2001:DB8::ABCD')",
    "string(ip('2001:DB8::0')) == '2001:db8::'",
    "isCIDR('192.168.0.0/16') && !isCIDR('192.168.0.0/') && !isCIDR('192.168.0.0/33')",
    "cidr('192.168.0.0/24').containsIP('192.168.0.1')",
    "cidr('192.168.0.0/24').containsIP(ip('192.168.0.1')) && !cidr('192.168.0.0/24').containsIP('192.168.1.1')",
    "cidr('192.168.0.0/16').containsCIDR('192.168.10.0/24') && !cidr('192.168.10.0/24').containsCIDR(cidr('192.168.0.0/16'))",
    "cidr('192.168.1.5/24').masked() == cidr('192.168.1.0/24')",
    "cidr('192.168.1.5/24').ip() == ip('192.168.1.5')",
    "cidr('::1/128').prefixLength() == 128", "string(cidr('10.0.0.0/8')) == '10.0.0.0/8'",
  ])
  func `addresses and networks`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  @Test(arguments: [
    "!format.dns1123Label().validate('my-label-name').hasValue()",
    "format.dns1123Label().validate('My label').hasValue()",
    "format.named('dns1123Label').hasValue() && !format.named('nothing').hasValue()",
    "!format.uuid().validate('123e4567-e89b-12d3-a456-426614174000').hasValue()",
    "format.date().validate('2021-13-01').hasValue() && !format.date().validate('2021-01-01').hasValue()",
    "!format.byte().validate('aGVsbG8=').hasValue()",
    "!format.uri().validate('http://example.com').hasValue()",
    "!format.dns1123LabelPrefix().validate('my-label-').hasValue()",
    "isSemver('1.0.0') && !isSemver('v1.0') && isSemver('v1.0', true)",
    "semver('1.2.3').isLessThan(semver('1.10.0'))",
    "semver('1.0.0-alpha').isLessThan(semver('1.0.0')) && semver('1.0.0-alpha.1').isGreaterThan(semver('1.0.0-alpha'))",
    "semver('1.2.3').major() == 1 && semver('1.2.3').minor() == 2 && semver('1.2.3').patch() == 3",
    "semver('1.0.0').compareTo(semver('1.0.0')) == 0",
    "semver('v01.01', true) == semver('1.1.0')", "!isSemver('01.0.0')",
  ])
  func `formats and versions`(_ expression: String) throws {
    #expect(try evaluate(expression).boolValue == true)
  }

  private struct Admin: CELAuthorizer {
    func decide(_ request: CELAuthorizationRequest, serviceAccount: (namespace: String, name: String)?)
      -> CELDecision
    {
      let isAllowed = request.resource == "pods" && request.verb == "get" && serviceAccount?.name != "default"
      return CELDecision(isAllowed: isAllowed, reason: isAllowed ? "admin" : "no")
    }
  }

  @Test func `an authorizer is asked`() throws {
    let environment = CELEnvironment(variables: [("authorizer", CELAuthorization.type)])
    let allowed = "authorizer.group('').resource('pods').namespace('a').check('get').allowed()"
    let denied =
      "!authorizer.serviceAccount('a', 'default').group('').resource('pods').check('get').allowed()"
    let program = try CELProgram(compiling: "\(allowed) && \(denied)", in: environment, expecting: .bool)
    let measured = program.evaluateMeasured(["authorizer": .object(CELAuthorization(Admin()))])
    #expect(try measured.result.get().boolValue == true)
    #expect(measured.cost == 700_011)
  }
}
