import Testing

@testable import ControllerTesting

@Suite struct MaskingTests {
  @Test(arguments: [
    ("i-0867ae57d9b72f080", "i-*"), ("eni-03aeb8d25761aeef7", "eni-*"),
    ("aws:///us-west-2a/i-0867ae57d9b72f080", "aws:///us-west-2a/i-*"),
    ("pvc-b92d397b-2762-4b21-b10b-508ad158a56b", "pvc-*"), ("web-0", "web-0"),
    ("ip-10-0-0-5.us-west-2.compute.internal", "ip-10-0-0-5.us-west-2.compute.internal"),
    ("a-name-that-is-long-and-made-by-people", "a-name-that-is-long-and-made-by-people"),
  ]) func `ends that were made up are a star`(name: String, shown: String) {
    #expect(Masking.withoutMadeUpEnd(name) == shown)
  }
}
