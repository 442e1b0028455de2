// Generated from Sources/EKSAPI/Schemas by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

import APIMachinery

/// The declarations of this room, each in a file of its own.
enum Schemas {
  static let all: [SchemaSource] = [
    SchemaSource(name: "ACK", text: ack),
    SchemaSource(name: "CRDV1Alpha1+ENIConfig", text: crdV1Alpha1ENIConfig),
    SchemaSource(name: "EC2V1Alpha1+Instance", text: ec2V1Alpha1Instance),
    SchemaSource(name: "EC2V1Alpha1+NetworkInterface", text: ec2V1Alpha1NetworkInterface),
    SchemaSource(name: "EC2V1Alpha1+SecurityGroup", text: ec2V1Alpha1SecurityGroup),
    SchemaSource(name: "EC2V1Alpha1+Subnet", text: ec2V1Alpha1Subnet),
    SchemaSource(name: "EC2V1Alpha1+VPC", text: ec2V1Alpha1VPC),
    SchemaSource(name: "EKSV1Alpha1+Cluster", text: eksV1Alpha1Cluster),
    SchemaSource(name: "EKSV1Alpha1+FargateProfile", text: eksV1Alpha1FargateProfile),
    SchemaSource(name: "EKSV1Alpha1+NodeGroup", text: eksV1Alpha1NodeGroup),
  ]
}
