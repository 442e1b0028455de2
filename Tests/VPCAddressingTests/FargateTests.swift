import Testing
import VPCAddressing

@Suite struct FargateTests {
  @Test func `the table has every combination that Fargate offers`() {
    #expect(FargateSizeTable.all.count == 3 + 4 + 7 + 13 + 23 + 12 + 12)
    #expect(FargateSizeTable.all.last == FargateSize(milliCPU: 16000, memoryMiB: 120 * 1024))
  }

  @Test(arguments: [
    (0, 0, "0.25vCPU 0.5GB"), (100, 128, "0.25vCPU 0.5GB"), (250, 512, "0.25vCPU 1GB"),
    (1000, 8192, "2vCPU 9GB"), (256, 256, "0.5vCPU 1GB"), (1, 30720 - 256, "4vCPU 30GB"),
    (4000, 30720, "8vCPU 32GB"), (9000, 1, "16vCPU 32GB"), (16000, 120 * 1024 - 256, "16vCPU 120GB"),
  ])
  func `a pod gets the smallest size that fits it and the overhead`(cpu: Int, memory: Int, size: String) {
    let chosen = FargateSizeTable.size(for: FargateRequest(milliCPU: cpu, memoryMiB: memory))
    #expect(chosen?.capacityProvisioned == size)
  }

  @Test func `a pod over the largest size gets none`() {
    #expect(FargateSizeTable.size(for: FargateRequest(milliCPU: 16001, memoryMiB: 1)) == nil)
    #expect(FargateSizeTable.size(for: FargateRequest(milliCPU: 1, memoryMiB: 120 * 1024)) == nil)
  }

  @Test func `a pod asks for its largest init container or the sum of the others`() {
    let request = FargateRequest.ofPod(
      initContainers: [.init(milliCPU: 500, memoryMiB: 64), .init(milliCPU: 100, memoryMiB: 900)],
      containers: [.init(milliCPU: 100, memoryMiB: 300), .init(milliCPU: 200, memoryMiB: 500)])
    #expect(request == FargateRequest(milliCPU: 500, memoryMiB: 900))
  }

  @Test(arguments: [
    ("prod", "prod", true), ("prod", "prod2", false), ("prod-*", "prod-eu", true), ("prod-*", "prod-", true),
    ("*", "", true), ("*-web", "eu-web", true), ("a?c", "abc", true), ("a?c", "ac", false),
    ("*a*b*", "xxaxxbxx", true), ("*a*b*", "ba", false), ("a*b?d", "aXXbcd", true), ("", "a", false),
    ("??", "ab", true),
  ])
  func `wildcards`(pattern: String, text: String, fits: Bool) {
    #expect(WildcardPattern(pattern).matches(text) == fits)
  }

  let profiles = [
    FargateProfileMatcher(name: "web", selectors: [.init(namespace: "shop", labels: [("tier", "web*")])]),
    FargateProfileMatcher(name: "all", selectors: [.init(namespace: "batch"), .init(namespace: "sh?p")]),
    FargateProfileMatcher(
      name: "system", selectors: [.init(namespace: "kube-system", labels: [("app", "dns")])]),
  ]

  func match(
    _ namespace: String, _ labels: [(key: String, value: String)] = [],
    _ annotations: [(key: String, value: String)] = []
  ) -> String? {
    FargateMatching.profile(among: profiles, namespace: namespace, labels: labels, annotations: annotations)
  }

  @Test func `a pod goes to the first matching profile by name`() {
    #expect(match("shop", [("tier", "web-1")]) == "all")
    #expect(match("batch") == "all")
    #expect(match("kube-system", [("app", "dns"), ("x", "y")]) == "system")
  }

  @Test func `a pod that no profile matches goes to none`() {
    #expect(match("default") == nil)
    #expect(match("kube-system") == nil)
  }

  @Test func `a pod picks a profile by label when that one matches it`() {
    #expect(match("shop", [("tier", "web"), (FargateMatching.profileLabel, "web")]) == "web")
    #expect(match("shop", [("tier", "db"), (FargateMatching.profileLabel, "web")]) == nil)
  }

  @Test func `the compute type ec2 keeps a pod off Fargate`() {
    #expect(match("batch", [], [(FargateMatching.computeType, "ec2")]) == nil)
    #expect(match("batch", [], [(FargateMatching.computeType, "fargate")]) == "all")
  }
}
