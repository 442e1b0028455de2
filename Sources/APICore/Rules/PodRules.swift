import APIMachinery

struct PodRules: ResourceRules {}
