import APIMachinery

extension StructuralValidator {
  /// Checks what a schema demands of a value beyond its type and what it is made of.
  mutating func checkValue(_ value: JSON, _ validation: ValueValidation, _ path: String) {
    checkAllowed(value, validation, path)
    switch value {
    case .string(let text): checkText(text, validation, path)
    case .int, .double: checkNumber(value, validation, path)
    case .array(let elements):
      checkCount(elements.count, validation.minimumItems, validation.maximumItems, "items", path)
    case .object(let object):
      checkCount(
        object.count, validation.minimumProperties, validation.maximumProperties, "properties", path)
    default: break
    }
  }

  private mutating func checkAllowed(_ value: JSON, _ validation: ValueValidation, _ path: String) {
    guard !validation.allowedValues.isEmpty, !validation.allowedValues.contains(value) else { return }
    let names = validation.allowedValues.map { JSON.string($0.stringValue ?? $0.description).description }
    add(
      .notSupported, "Unsupported value: \(value): supported values: \(names.joined(separator: ", "))",
      at: path)
  }

  // MARK: Texts

  private mutating func checkText(_ text: String, _ validation: ValueValidation, _ path: String) {
    let length = Int64(text.unicodeScalars.count)
    if let maximum = validation.maximumLength, length > maximum {
      add(.tooLong, "Too long: may not be more than \(maximum) bytes", at: path)
    }
    if let minimum = validation.minimumLength, length < minimum {
      invalid(.string(text), "should be at least \(minimum) chars long", path)
    }
    if let pattern = validation.pattern, !pattern.matches(text) {
      invalid(.string(text), "should match '\(pattern.pattern)'", path)
    }
    if !validation.format.isEmpty, !TextFormat.isValid(text, validation.format) {
      add(
        .typeInvalid,
        "Invalid value: \(JSON.string(text)): \(path) in body must be of type \(validation.format): \(JSON.string(text))",
        at: path)
    }
  }

  // MARK: Numbers

  private mutating func checkNumber(_ value: JSON, _ validation: ValueValidation, _ path: String) {
    if validation.format == "int32", let number = value.intValue, Int32(exactly: number) == nil {
      invalid(value, "Checked value must be of type integer with format int32", path, isWhole: true)
    }
    if let maximum = validation.maximum {
      if Self.isLess(maximum, value) || (validation.isMaximumExclusive && !Self.isLess(value, maximum)) {
        let words = validation.isMaximumExclusive ? "should be less than" : "should be less than or equal to"
        invalid(value, "\(words) \(Self.text(maximum))", path)
      }
    }
    if let minimum = validation.minimum {
      if Self.isLess(value, minimum) || (validation.isMinimumExclusive && !Self.isLess(minimum, value)) {
        let words =
          validation.isMinimumExclusive ? "should be greater than" : "should be greater than or equal to"
        invalid(value, "\(words) \(Self.text(minimum))", path)
      }
    }
    if let factor = validation.multipleOf, !Self.isMultiple(value, of: factor) {
      invalid(value, "should be a multiple of \(Self.text(factor))", path)
    }
  }

  private static func isLess(_ left: JSON, _ right: JSON) -> Bool {
    if case .int(let a) = left, case .int(let b) = right { return a < b }
    return (left.doubleValue ?? 0) < (right.doubleValue ?? 0)
  }

  private static func isMultiple(_ value: JSON, of factor: JSON) -> Bool {
    if case .int(let number) = value, case .int(let step) = factor, step > 0 { return number % step == 0 }
    guard let number = value.doubleValue, let step = factor.doubleValue, step > 0 else { return true }
    let quotient = number / step
    return quotient == quotient.rounded()
  }

  /// A limit as Go writes it: limits are floating-point numbers there.
  private static func text(_ limit: JSON) -> String { GoFloat.general(limit.doubleValue ?? 0) }

  // MARK: Counts

  private mutating func checkCount(
    _ count: Int, _ minimum: Int64?, _ maximum: Int64?, _ noun: String, _ path: String
  ) {
    if let maximum, count > maximum {
      add(.tooMany, "Too many: \(count): must have at most \(maximum) items", at: path)
    }
    if let minimum, count < minimum {
      invalid(.int(Int64(count)), "should have at least \(minimum) \(noun)", path)
    }
  }

  private mutating func invalid(_ value: JSON, _ words: String, _ path: String, isWhole: Bool = false) {
    let text = isWhole ? words : "\(path) in body \(words)"
    add(.invalid, "Invalid value: \(value): \(text)", at: path)
  }
}
