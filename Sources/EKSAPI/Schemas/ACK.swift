extension Schemas {
  static let ack = #"""
    # What the kinds of AWS Controllers for Kubernetes (ACK) share.
    api services.k8s.aws/v1alpha1 aws.k8s.services.v1alpha1

    type ResourceReference "Refers to an AWS resource by the Kubernetes object that stands for it."
      from  ResourceReferenceTarget  required  "The object that is referred to."

    type ResourceReferenceTarget "The name of an object, and its namespace if it is another one."
      name       string  "The name of the object."
      namespace  string  "The namespace of the object; by default that of the referring object."

    type ResourceMetadata "Where a resource lives in AWS."
      arn             string  "The Amazon Resource Name of the resource."
      ownerAccountID  string  "The account that owns the resource."
      partition       string  "The AWS partition: aws, aws-cn or aws-us-gov."
      region          string  "The AWS region."

    type ResourceCondition "One aspect of the state of an AWS resource."
      type                string  required  "The aspect, such as ACK.ResourceSynced or ACK.Terminal."
      status              string  required enum(True False Unknown)  "Whether it holds."
      lastTransitionTime  time    "When the status last changed."
      message             string  "An explanation for people."
      reason              string  "An explanation in one word, for programs."
    """#
}
