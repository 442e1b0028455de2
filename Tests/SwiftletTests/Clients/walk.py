"""What programs do with custom resources through the client of Python. Each step asserts what it sees."""

import threading
import time

import kubernetes
from kubernetes import client, dynamic, watch

GROUP, VERSION, PLURAL = "shop.example.com", "v1", "gadgets"
DEFINITION = {
    "apiVersion": "apiextensions.k8s.io/v1",
    "kind": "CustomResourceDefinition",
    "metadata": {"name": f"{PLURAL}.{GROUP}"},
    "spec": {
        "group": GROUP,
        "scope": "Namespaced",
        "names": {"plural": PLURAL, "singular": "gadget", "kind": "Gadget"},
        "versions": [
            {
                "name": VERSION,
                "served": True,
                "storage": True,
                "selectableFields": [{"jsonPath": ".spec.color"}],
                "subresources": {
                    "status": {},
                    "scale": {"specReplicasPath": ".spec.replicas", "statusReplicasPath": ".status.replicas"},
                },
                "schema": {
                    "openAPIV3Schema": {
                        "type": "object",
                        "properties": {
                            "spec": {
                                "type": "object",
                                "properties": {
                                    "replicas": {"type": "integer", "default": 1, "maximum": 5},
                                    "color": {"type": "string"},
                                },
                            },
                            "status": {"type": "object", "properties": {"replicas": {"type": "integer"}}},
                        },
                    }
                },
            }
        ],
    },
}


def gadget(name, **spec):
    return {"apiVersion": f"{GROUP}/{VERSION}", "kind": "Gadget", "metadata": {"name": name}, "spec": spec}


def define(extensions):
    extensions.create_custom_resource_definition(DEFINITION)
    stream = watch.Watch().stream(
        extensions.list_custom_resource_definition,
        field_selector=f"metadata.name={PLURAL}.{GROUP}",
        timeout_seconds=10,
    )
    for event in stream:
        conditions = event["object"].status.conditions or []
        if any(c.type == "Established" and c.status == "True" for c in conditions):
            return
    raise AssertionError("the definition was not established")


def pages(objects):
    for number in range(5):
        color = "red" if number % 2 else "blue"
        made = objects.create_namespaced_custom_object(GROUP, VERSION, "default", PLURAL, gadget(f"g{number}", color=color))
        assert made["spec"]["replicas"] == 1, made
    names, token = [], None
    while True:
        page = objects.list_namespaced_custom_object(GROUP, VERSION, "default", PLURAL, limit=2, _continue=token)
        names += [item["metadata"]["name"] for item in page["items"]]
        token = page["metadata"].get("continue")
        if not token:
            break
        assert page["metadata"]["remainingItemCount"] == 5 - len(names), page["metadata"]
    assert names == [f"g{number}" for number in range(5)], names
    red = objects.list_namespaced_custom_object(GROUP, VERSION, "default", PLURAL, field_selector="spec.color=red")
    assert [item["metadata"]["name"] for item in red["items"]] == ["g1", "g3"], red
    return page["metadata"]["resourceVersion"]


def subresources(objects):
    status = objects.patch_namespaced_custom_object_status(
        GROUP, VERSION, "default", PLURAL, "g0", {"status": {"replicas": 1}, "spec": {"color": "none"}}
    )
    assert status["status"]["replicas"] == 1 and status["spec"]["color"] == "blue", status
    objects.patch_namespaced_custom_object_scale(GROUP, VERSION, "default", PLURAL, "g0", {"spec": {"replicas": 3}})
    scale = objects.get_namespaced_custom_object_scale(GROUP, VERSION, "default", PLURAL, "g0")
    assert scale["kind"] == "Scale" and scale["spec"]["replicas"] == 3 and scale["status"]["replicas"] == 1, scale
    try:
        objects.patch_namespaced_custom_object(GROUP, VERSION, "default", PLURAL, "g0", {"spec": {"replicas": 9}})
    except client.ApiException as error:
        assert error.status == 422, error
        assert "should be less than or equal to 5" in error.body, error.body
    else:
        raise AssertionError("nine were taken")


def watches(objects, version):
    seen = []

    def follow():
        stream = watch.Watch().stream(
            objects.list_namespaced_custom_object, GROUP, VERSION, "default", PLURAL,
            resource_version=version, timeout_seconds=30,
        )
        for event in stream:
            seen.append((event["type"], event["object"]["metadata"]["name"]))
            if event["type"] == "DELETED" and event["object"]["metadata"]["name"] == "late":
                return

    thread = threading.Thread(target=follow)
    thread.start()
    objects.create_namespaced_custom_object(GROUP, VERSION, "default", PLURAL, gadget("late"))
    objects.delete_namespaced_custom_object(GROUP, VERSION, "default", PLURAL, "late")
    thread.join(30)
    assert seen[-2:] == [("ADDED", "late"), ("DELETED", "late")], seen
    assert ("MODIFIED", "g0") in seen, seen


def applies(api):
    gadgets = dynamic.DynamicClient(api).resources.get(api_version=f"{GROUP}/{VERSION}", kind="Gadget")
    wanted = {**gadget("applied", color="green"), "metadata": {"name": "applied", "namespace": "default"}}
    gadgets.server_side_apply(body=wanted, field_manager="one")
    wanted["spec"] = {"color": "pink"}
    try:
        gadgets.server_side_apply(body=wanted, field_manager="two")
    except kubernetes.dynamic.exceptions.ConflictError as error:
        assert 'conflict with \\"one\\": .spec.color' in str(error.body), error.body
    else:
        raise AssertionError("there was no conflict")
    forced = gadgets.server_side_apply(body=wanted, field_manager="two", force_conflicts=True)
    assert forced.spec.color == "pink", forced
    managers = {entry.manager for entry in forced.metadata.managedFields}
    assert managers == {"one", "two"} or managers == {"two"}, managers


def ends(extensions, objects):
    objects.delete_collection_namespaced_custom_object(GROUP, VERSION, "default", PLURAL)
    left = objects.list_namespaced_custom_object(GROUP, VERSION, "default", PLURAL)
    assert left["items"] == [], left
    extensions.delete_custom_resource_definition(f"{PLURAL}.{GROUP}")
    for _ in range(600):
        try:
            objects.list_namespaced_custom_object(GROUP, VERSION, "default", PLURAL)
        except client.ApiException as error:
            assert error.status == 404, error
            return
        time.sleep(0.1)
    raise AssertionError("the kind is still there")


def main():
    kubernetes.config.load_kube_config()
    extensions, objects = client.ApiextensionsV1Api(), client.CustomObjectsApi()
    define(extensions)
    version = pages(objects)
    subresources(objects)
    watches(objects, version)
    applies(client.ApiClient())
    ends(extensions, objects)
    print("all is well")


if __name__ == "__main__":
    main()
