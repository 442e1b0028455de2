"""An operator in kopf: for each Widget a ConfigMap, with a finalizer, a timer and a daemon.

What happens stands in the status and in the ConfigMap's data, for a test to see.
"""

import kopf
import kubernetes


@kopf.on.startup()
def configure(settings: kopf.OperatorSettings, **_):
    settings.posting.enabled = True
    settings.persistence.finalizer = "widgets.shop.example.com/kopf"
    settings.watching.server_timeout = 30


def core():
    return kubernetes.client.CoreV1Api()


@kopf.on.create("shop.example.com", "v1", "widgets")
def created(name, namespace, spec, body, **_):
    owned = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name}, "data": {"size": str(spec["size"])}}
    kopf.adopt(owned)
    core().create_namespaced_config_map(namespace, owned)
    kopf.info(body, reason="Made", message="made a config map")
    return {"map": name}


@kopf.on.update("shop.example.com", "v1", "widgets", field="spec.size")
def resized(name, namespace, old, new, **_):
    core().patch_namespaced_config_map(name, namespace, {"data": {"size": str(new), "was": str(old)}})


@kopf.on.delete("shop.example.com", "v1", "widgets")
def deleted(name, namespace, **_):
    core().create_namespaced_config_map(namespace, {"metadata": {"name": f"{name}-was-deleted"}})


@kopf.on.field("shop.example.com", "v1", "widgets", field="metadata.labels")
def relabelled(name, namespace, diff, patch, **_):
    patch.metadata.annotations["shop.example.com/labels-seen"] = str(len(diff))


@kopf.timer("shop.example.com", "v1", "widgets", interval=0.5)
def tick(patch, status, **_):
    patch.status["ticks"] = (status.get("ticks") or 0) + 1


@kopf.on.event("", "v1", "configmaps", labels={"watched": "yes"})
def seen(event, name, logger, **_):
    logger.info(f"SEEN {event['type']} {name}")
