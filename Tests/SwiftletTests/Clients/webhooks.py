"""Admission and conversion webhooks over HTTPS: `webhooks.py CERTIFICATE KEY PORTFILE`.

/mutate   labels objects with who made them, and counts how often it was asked
/validate refuses objects whose spec.note is "bad"; notes what was a dry run
/slow     answers after three seconds
/convert  v1 has spec.size, v2 has spec.capacity; fails for spec.note "stuck"
"""

import base64
import http.server
import json
import ssl
import sys
import time


def allow(uid, **more):
    return {"uid": uid, "allowed": True, **more}


def mutate(request):
    labels = request["object"]["metadata"].get("labels") or {}
    asked = str(int(labels.get("asked", "0")) + 1)
    patch = [
        {"op": "add", "path": "/metadata/labels", "value": {**labels, "by": request["userInfo"]["username"], "asked": asked}}
    ]
    return allow(request["uid"], patchType="JSONPatch", patch=base64.b64encode(json.dumps(patch).encode()).decode())


def validate(request):
    note = ((request.get("object") or {}).get("spec") or {}).get("note")
    if note == "bad":
        return {"uid": request["uid"], "allowed": False, "status": {"code": 422, "message": "bad is bad"}}
    return allow(request["uid"], warnings=["dry run"] if request.get("dryRun") else [])


def slow(request):
    time.sleep(3)
    return allow(request["uid"])


def convert(request):
    objects = []
    for thing in request["objects"]:
        spec = thing.get("spec") or {}
        if spec.get("note") == "stuck":
            return {"uid": request["uid"], "result": {"status": "Failure", "message": "cannot convert what is stuck"}}
        old, new = ("size", "capacity") if request["desiredAPIVersion"].endswith("/v2") else ("capacity", "size")
        if old in spec:
            spec[new] = spec.pop(old)
        thing["apiVersion"] = request["desiredAPIVersion"]
        objects.append(thing)
    return {"uid": request["uid"], "convertedObjects": objects, "result": {"status": "Success"}}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    answers = {"/mutate": mutate, "/validate": validate, "/slow": slow, "/convert": convert}

    def do_POST(self):
        review = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = self.answers[self.path.split("?")[0]](review["request"])
        body = json.dumps({"apiVersion": review["apiVersion"], "kind": review["kind"], "response": answer}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def main():
    certificate, key, port_file = sys.argv[1:]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with open(port_file + ".new", "w") as file:
        file.write(str(server.server_port))
    import os

    os.rename(port_file + ".new", port_file)
    server.serve_forever()


if __name__ == "__main__":
    main()
