extension Declarations {
  /// cel-go: `ext.Strings`, version 2.
  static let strings = """
    string_char_at_int string::charAt(int): string
    string_format string::format(list<dyn>): string
    string_index_of_string string::indexOf(string): int
    string_index_of_string_int string::indexOf(string, int): int
    string_last_index_of_string string::lastIndexOf(string): int
    string_last_index_of_string_int string::lastIndexOf(string, int): int
    string_lower_ascii string::lowerAscii(): string
    string_upper_ascii string::upperAscii(): string
    string_replace_string_string string::replace(string, string): string
    string_replace_string_string_int string::replace(string, string, int): string
    string_split_string string::split(string): list<string>
    string_split_string_int string::split(string, int): list<string>
    string_substring_int string::substring(int): string
    string_substring_int_int string::substring(int, int): string
    string_trim string::trim(): string
    list_join list<string>::join(): string
    list_join_string list<string>::join(string): string
    strings_quote strings.quote(string): string
    """

  /// cel-go: `ext.Sets`.
  static let sets = """
    list_sets_contains_list sets.contains(list<T>, list<T>): bool
    list_sets_equivalent_list sets.equivalent(list<T>, list<T>): bool
    list_sets_intersects_list sets.intersects(list<T>, list<T>): bool
    """

  /// Kubernetes: `library/lists.go`.
  static let lists: String = {
    let ordered = ["int", "uint", "double", "bool", "string", "bytes", "duration", "timestamp"]
    let summable = ["int", "uint", "double", "duration"]
    return
      (ordered.flatMap { type in
        [
          "list_\(type)_is_sorted_bool list<\(type)>::isSorted(): bool",
          "list_\(type)_min_\(type) list<\(type)>::min(): \(type)",
          "list_\(type)_max_\(type) list<\(type)>::max(): \(type)",
        ]
      } + summable.map { "list_\($0)_sum_\($0) list<\($0)>::sum(): \($0)" } + [
        "list_a_index_of_int list<T>::indexOf(T): int",
        "list_a_last_index_of_int list<T>::lastIndexOf(T): int",
      ]).joined(separator: "\n")
  }()

  /// Kubernetes: `library/regex.go`.
  static let regex = """
    string_find_string string::find(string): string
    string_find_all_string string::findAll(string): list<string>
    string_find_all_string_int string::findAll(string, int): list<string>
    """

  /// Kubernetes: `library/urls.go`.
  static let urls = """
    string_to_url url(string): kubernetes.URL
    is_url_string isURL(string): bool
    url_get_scheme kubernetes.URL::getScheme(): string
    url_get_host kubernetes.URL::getHost(): string
    url_get_hostname kubernetes.URL::getHostname(): string
    url_get_port kubernetes.URL::getPort(): string
    url_get_escaped_path kubernetes.URL::getEscapedPath(): string
    url_get_query kubernetes.URL::getQuery(): map<string, list<string>>
    """

  /// Kubernetes: `library/quantity.go`.
  static let quantities = """
    string_to_quantity quantity(string): kubernetes.Quantity
    is_quantity_string isQuantity(string): bool
    quantity_sign kubernetes.Quantity::sign(): int
    quantity_is_greater_than kubernetes.Quantity::isGreaterThan(kubernetes.Quantity): bool
    quantity_is_less_than kubernetes.Quantity::isLessThan(kubernetes.Quantity): bool
    quantity_compare_to kubernetes.Quantity::compareTo(kubernetes.Quantity): int
    quantity_get_float kubernetes.Quantity::asApproximateFloat(): double
    quantity_get_int kubernetes.Quantity::asInteger(): int
    quantity_is_integer kubernetes.Quantity::isInteger(): bool
    quantity_add kubernetes.Quantity::add(kubernetes.Quantity): kubernetes.Quantity
    quantity_add_int kubernetes.Quantity::add(int): kubernetes.Quantity
    quantity_sub kubernetes.Quantity::sub(kubernetes.Quantity): kubernetes.Quantity
    quantity_sub_int kubernetes.Quantity::sub(int): kubernetes.Quantity
    """

  /// Kubernetes: `library/ip.go` and `library/cidr.go`.
  static let addresses = """
    string_to_ip ip(string): net.IP
    is_ip isIP(string): bool
    ip_is_canonical ip.isCanonical(string): bool
    ip_to_string string(net.IP): string
    ip_family net.IP::family(): int
    ip_is_unspecified net.IP::isUnspecified(): bool
    ip_is_loopback net.IP::isLoopback(): bool
    ip_is_link_local_multicast net.IP::isLinkLocalMulticast(): bool
    ip_is_link_local_unicast net.IP::isLinkLocalUnicast(): bool
    ip_is_global_unicast net.IP::isGlobalUnicast(): bool
    string_to_cidr cidr(string): net.CIDR
    is_cidr isCIDR(string): bool
    cidr_to_string string(net.CIDR): string
    cidr_contains_ip_string net.CIDR::containsIP(string): bool
    cidr_contains_ip_ip net.CIDR::containsIP(net.IP): bool
    cidr_contains_cidr_string net.CIDR::containsCIDR(string): bool
    cidr_contains_cidr net.CIDR::containsCIDR(net.CIDR): bool
    cidr_ip net.CIDR::ip(): net.IP
    cidr_masked net.CIDR::masked(): net.CIDR
    cidr_prefix_length net.CIDR::prefixLength(): int
    """

  /// Kubernetes: `library/format.go`.
  static let formats: String =
    ([
      "format_named format.named(string): optional<kubernetes.NamedFormat>",
      "format_validate kubernetes.NamedFormat::validate(string): optional<list<string>>",
    ] + NamedFormat.names.map { "format_\($0) format.\($0)(): kubernetes.NamedFormat" })
    .joined(separator: "\n")

  /// Kubernetes: `library/semverlib.go`, version 1.
  static let versions = """
    string_to_semver semver(string): kubernetes.Semver
    string_bool_to_semver semver(string, bool): kubernetes.Semver
    is_semver_string isSemver(string): bool
    is_semver_string_bool isSemver(string, bool): bool
    semver_is_greater_than kubernetes.Semver::isGreaterThan(kubernetes.Semver): bool
    semver_is_less_than kubernetes.Semver::isLessThan(kubernetes.Semver): bool
    semver_compare_to kubernetes.Semver::compareTo(kubernetes.Semver): int
    semver_major kubernetes.Semver::major(): int
    semver_minor kubernetes.Semver::minor(): int
    semver_patch kubernetes.Semver::patch(): int
    """

  /// Kubernetes: `library/jsonpatch.go`.
  static let patches = """
    jsonpatch_escape_key jsonpatch.escapeKey(string): string
    """

  /// Kubernetes: `library/authz.go`.
  static let authorization = """
    authorizer_path kubernetes.authorization.Authorizer::path(string): kubernetes.authorization.PathCheck
    authorizer_group kubernetes.authorization.Authorizer::group(string): kubernetes.authorization.GroupCheck
    authorizer_serviceaccount kubernetes.authorization.Authorizer::serviceAccount(string, string): \
    kubernetes.authorization.Authorizer
    groupcheck_resource kubernetes.authorization.GroupCheck::resource(string): \
    kubernetes.authorization.ResourceCheck
    resourcecheck_subresource kubernetes.authorization.ResourceCheck::subresource(string): \
    kubernetes.authorization.ResourceCheck
    resourcecheck_namespace kubernetes.authorization.ResourceCheck::namespace(string): \
    kubernetes.authorization.ResourceCheck
    resourcecheck_name kubernetes.authorization.ResourceCheck::name(string): \
    kubernetes.authorization.ResourceCheck
    resourcecheck_field_selector kubernetes.authorization.ResourceCheck::fieldSelector(string): \
    kubernetes.authorization.ResourceCheck
    resourcecheck_label_selector kubernetes.authorization.ResourceCheck::labelSelector(string): \
    kubernetes.authorization.ResourceCheck
    pathcheck_check kubernetes.authorization.PathCheck::check(string): kubernetes.authorization.Decision
    resourcecheck_check kubernetes.authorization.ResourceCheck::check(string): kubernetes.authorization.Decision
    decision_allowed kubernetes.authorization.Decision::allowed(): bool
    decision_reason kubernetes.authorization.Decision::reason(): string
    decision_errored kubernetes.authorization.Decision::errored(): bool
    decision_error kubernetes.authorization.Decision::error(): string
    """
}
