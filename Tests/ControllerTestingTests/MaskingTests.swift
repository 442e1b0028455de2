import APIMachinery
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

  @Test(arguments: [
    ("ip-10-0-0-5.us-west-2.compute.internal", "ip-*.us-west-2.compute.internal"), ("ip-10-0-0-5", "ip-*"),
    ("fargate-ip-10-0-0-5.us-west-2.compute.internal", "fargate-ip-*.us-west-2.compute.internal"),
    ("ip-10-0-0.example", "ip-10-0-0.example"), ("ip-a-b-c-d", "ip-a-b-c-d"),
    ("web-10-0-0-5", "web-10-0-0-5"),
  ]) func `addresses in the names of nodes are a star`(name: String, shown: String) {
    #expect(Masking.withoutMadeUpStart(name) == shown)
  }

  @Test func `addresses stand for their subnet, and those of nobody for themselves`() {
    var masking = Masking()
    masking.learn(
      "subnets.ec2.services.k8s.aws", ["metadata": ["name": "a"], "spec": ["cidrBlock": "10.0.1.0/24"]])
    #expect(masking.masked("10.0.1.17") == "<address of subnet a>")
    #expect(masking.masked("10.0.1.16/28") == "<address of subnet a>/28")
    #expect(masking.masked("10.0.2.17") == "10.0.2.17")
    #expect(masking.masked("10.0.1.0/24") == "10.0.1.0/24")
    #expect(masking.masked("1.29.0") == "1.29.0")
  }
}
