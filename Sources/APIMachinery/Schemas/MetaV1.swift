extension Schemas {
  static let metaV1 = #"""
    api meta/v1 io.k8s.apimachinery.pkg.apis.meta.v1

    type ObjectMeta
      annotations                 map[string]           format(annotations)
      creationTimestamp           time
      deletionGracePeriodSeconds  int64
      deletionTimestamp           time
      finalizers                  [string]              set patch format(finalizer)
      generateName                string
      generation                  int64
      labels                      map[string]           format(labels)
      managedFields               [ManagedFieldsEntry]
      name                        string                max-length(253)
      namespace                   string                format(dns1123-label)
      ownerReferences             [OwnerReference]      list(uid) patch(uid)
      resourceVersion             string
      selfLink                    string
      uid                         string

    type OwnerReference atomic
      apiVersion          string  required
      blockOwnerDeletion  bool
      controller          bool
      kind                string  required
      name                string  required
      uid                 string  required

    type ManagedFieldsEntry
      apiVersion   string
      fieldsType   string
      fieldsV1     any
      manager      string
      operation    string
      subresource  string
      time         time

    type FieldSelectorRequirement
      key       string    required
      operator  string    required enum(In NotIn Exists DoesNotExist)
      values    [string]

    type ListMeta
      continue            string
      remainingItemCount  int64
      resourceVersion     string
      selfLink            string
      shardInfo           ShardInfo

    type ShardInfo
      selector  string  required

    type LabelSelector atomic
      matchExpressions  [LabelSelectorRequirement]
      matchLabels       map[string]                 format(labels)

    type LabelSelectorRequirement
      key       string    required format(qualified-name)
      operator  string    required enum(In NotIn Exists DoesNotExist)
      values    [string]

    type Condition
      lastTransitionTime  time    required
      message             string  required max-length(32768)
      observedGeneration  int64   min(0)
      reason              string  required max-length(1024)
      status              string  required enum(True False Unknown)
      type                string  required max-length(316)

    type Status
      apiVersion  string
      code        int32
      details     StatusDetails
      kind        string
      message     string
      metadata    ListMeta
      reason      string
      status      string

    type StatusDetails
      causes             [StatusCause]
      group              string
      kind               string
      name               string
      retryAfterSeconds  int32
      uid                string

    type StatusCause
      field    string
      message  string
      reason   string

    type DeleteOptions
      apiVersion                                        string
      dryRun                                            [string]
      gracePeriodSeconds                                int64
      ignoreStoreReadErrorWithClusterBreakingPotential  bool
      kind                                              string
      orphanDependents                                  bool
      preconditions                                     Preconditions
      propagationPolicy                                 string         enum(Orphan Background Foreground)

    type Preconditions
      resourceVersion  string
      uid              string
    """#
}
