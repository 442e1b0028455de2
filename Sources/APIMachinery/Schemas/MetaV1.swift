extension Schemas {
  static let metaV1 = #"""
    api meta/v1 io.k8s.apimachinery.pkg.apis.meta.v1

    type ObjectMeta  "What every object has: a name, an identity, versions, labels and owners."
      annotations                 map[string]           format(annotations)
          "Notes for programs and people that nothing is selected by; they may be long."
      creationTimestamp           time  "When the object was made; set by the API server."
      deletionGracePeriodSeconds  int64
          "How long the object has to end in good order once its deletion was asked for."
      deletionTimestamp           time
          "When the object is to be gone; set by the API server when deletion is asked for."
      finalizers                  [string]              set patch format(finalizer)
          "Names of those who have work to do before the object may go; it stays until the list is"
          "empty."
      generateName                string
          "The start of a name that the API server completes, used when no name is given."
      generation                  int64  "Counts the changes of what is wanted; set by the API server."
      labels                      map[string]           format(labels)
          "Short key-value pairs by which objects are selected."
      managedFields               [ManagedFieldsEntry]
          "Who last set which fields: the bookkeeping of server-side apply."
      name                        string                max-length(253)
          "The name of the object, unique among its kind in its namespace; it never changes."
      namespace                   string                format(dns1123-label)
          "The namespace that the name is unique in; empty for objects of the whole cluster."
      ownerReferences             [OwnerReference]      list(uid) patch(uid)
          "The objects that this one belongs to; when all are gone, this one is removed."
      resourceVersion             string
          "The version of the object in the store: to be passed back, and compared for equality only."
      selfLink                    string  "Not used any more."
      uid                         string
          "The identity of the object in time and space; set by the API server."

    type OwnerReference atomic
        "Names an object that owns another; when all owners are gone, the owned object is removed."
      apiVersion          string  required  "The group and version of the owner."
      blockOwnerDeletion  bool
          "Whether the owner, when deleted in the foreground, waits for this object to be gone."
      controller          bool  "Whether the owner is the one that manages this object; at most one is."
      kind                string  required  "The kind of the owner."
      name                string  required  "The name of the owner."
      uid                 string  required  "The identity of the owner."

    type ManagedFieldsEntry  "The fields that one manager set in one way."
      apiVersion   string  "The version of the API that the fields are written in."
      fieldsType   string  "The form of the set of fields: FieldsV1."
      fieldsV1     any  "The set of fields, as a tree."
      manager      string  "The name of the manager."
      operation    string  "How the fields were set: Apply or Update."
      subresource  string  "The subresource that they were set through, if any."
      time         time  "When the set of fields last changed."

    type FieldSelectorRequirement  "One requirement on the value of a field."
      key       string    required  "The field."
      operator  string    required enum(In NotIn Exists DoesNotExist)
          "How the field is compared with the values."
      values    [string]  "The values; none for Exists and DoesNotExist."

    type ListMeta  "What a list has instead of an object's metadata."
      continue            string  "A token to ask for the next page with; empty on the last page."
      remainingItemCount  int64  "How many items follow this page, if that is known."
      resourceVersion     string  "The version of the store that the list shows."
      selfLink            string  "Not used any more."
      shardInfo           ShardInfo
          "The part of the collection that the list shows, when a part was asked for."

    type ShardInfo  "Says which part of a collection a list shows."
      selector  string  required  "The shard selector of the request."

    type LabelSelector atomic
        "Chooses objects by their labels; an empty one chooses all, an absent one none."
      matchExpressions  [LabelSelectorRequirement]  "Requirements, all of which must be met."
      matchLabels       map[string]                 format(labels)
          "Labels that must be present with these values."

    type LabelSelectorRequirement  "One requirement on a label."
      key       string    required format(qualified-name)  "The key of the label."
      operator  string    required enum(In NotIn Exists DoesNotExist)
          "How the label is compared with the values."
      values    [string]  "The values for In and NotIn; none for Exists and DoesNotExist."

    type Condition  "One aspect of the state of an object."
      lastTransitionTime  time    required  "When the status last changed."
      message             string  required max-length(32768)
          "Why the condition has its status, in words for people."
      observedGeneration  int64   min(0)
          "The generation of the object that the status was computed from."
      reason              string  required max-length(1024)
          "Why the condition has its status, in one word for programs."
      status              string  required enum(True False Unknown)
          "Whether it holds: True, False or Unknown."
      type                string  required max-length(316)
          "The aspect, in CamelCase or with a domain in front."

    type Status  "The answer to a request that does not answer with an object."
      apiVersion  string  "The group and version of the API that the object is written in."
      code        int32  "The HTTP status code; 0 when not set."
      details     StatusDetails  "What the answer is about."
      kind        string  "The kind of the object."
      message     string  "The answer in words for people."
      metadata    ListMeta  "What a list has instead of an object's metadata."
      reason      string  "Why the request failed, in one word for programs."
      status      string  "Success or Failure."

    type StatusDetails  "What a status is about."
      causes             [StatusCause]  "The single causes of a failure."
      group              string  "The API group of the resource."
      kind               string  "The resource, or the kind."
      name               string  "The name of the object."
      retryAfterSeconds  int32  "How long to wait before trying again."
      uid                string  "The identity of the object."

    type StatusCause  "One cause of a failure."
      field    string  "The path of the field, such as spec.containers[0].name."
      message  string  "The cause in words for people."
      reason   string  "The cause in one word for programs."

    type DeleteOptions swift(DeleteOptionsBody)  "How an object is deleted."
      apiVersion                                        string
          "The group and version of the API that the object is written in."
      dryRun                                            [string]
          "All, to go through the deletion without carrying it out."
      gracePeriodSeconds                                int64
          "How long the object has to end in good order; 0 deletes it at once."
      ignoreStoreReadErrorWithClusterBreakingPotential  bool
          "Deletes an object that cannot be read any more, leaving out all other steps."
      kind                                              string  "The kind of the object."
      orphanDependents                                  bool  "The former form of propagationPolicy."
      preconditions                                     Preconditions
          "What must hold of the object for it to be deleted."
      propagationPolicy                                 string         enum(Orphan Background Foreground)
          "What happens to the objects that this one owns: left (Orphan), removed after it (Background)"
          "or before it (Foreground)."

    type Preconditions  "What must hold of an object for a request to be carried out."
      resourceVersion  string  "The version that the object must have."
      uid              string  "The identity that the object must have."
    """#
}
