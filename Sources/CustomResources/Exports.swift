// What the macros write names types of this module, so whoever imports this one has it, too.
@_exported public import APIMachinery
