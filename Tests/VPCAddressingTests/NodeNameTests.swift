import Testing
import VPCAddressing

@Suite struct NodeNameTests {
  let address = IPv4Address(10, 0, 1, 23)

  @Test func `a node is called by its address and its region`() {
    #expect(
      NodeName.ofInstance(address: address, region: "eu-west-1") == "ip-10-0-1-23.eu-west-1.compute.internal")
    #expect(NodeName.ofInstance(address: address, region: "us-east-1") == "ip-10-0-1-23.ec2.internal")
    #expect(
      NodeName.ofFargate(address: address, region: "eu-west-1")
        == "fargate-ip-10-0-1-23.eu-west-1.compute.internal")
  }

  @Test(arguments: [
    ("us-west-2a", "us-west-2"), ("eu-central-1c", "eu-central-1"), ("us-west-2-lax-1a", "us-west-2"),
    ("us-gov-west-1a", "us-gov-west-1"), ("somewhere", "somewhere"),
  ])
  func `a zone tells its region`(zone: String, region: String) {
    #expect(NodeName.region(ofZone: zone) == region)
  }
}
