import APIMachinery
import Testing

@testable import swiftlet

/// The expected texts are those of kubectl 1.32 for the same templates.
@Suite struct GoTemplateTests {
  private static let document: JSON = [
    "kind": "Deployment", "metadata": ["name": "web", "labels": ["b": "2", "a": "1"]],
    "spec": [
      "replicas": 3, "ratio": 1.5, "nothing": nil, "on": true,
      "containers": [["name": "app", "image": "nginx:1"], ["name": "log", "image": "fluent"]],
    ],
  ]

  @Test(arguments: [
    ("{{.kind}}/{{.metadata.name}}", "Deployment/web"),
    ("{{.spec.replicas}} {{.spec.ratio}} {{.spec.on}}", "3 1.5 true"),
    ("{{.spec.nothing}} {{.spec.missing}} {{.a.b.c}}", "<no value> <no value> <no value>"),
    ("{{range .spec.containers}}{{.name}}={{.image}};{{end}}", "app=nginx:1;log=fluent;"),
    ("{{range $i, $c := .spec.containers}}{{if $i}},{{end}}{{$i}}{{$c.name}}{{end}}", "0app,1log"),
    ("{{range $k, $v := .metadata.labels}}{{$k}}{{$v}}{{end}}", "a1b2"),
    ("{{range .none}}x{{else}}empty{{end}}", "empty"),
    ("{{range .spec.containers}}{{if eq .name \"log\"}}{{continue}}{{end}}{{.name}}{{end}}", "app"),
    ("{{with .metadata}}{{.name}}{{end}}{{with .none}}x{{else}}-{{end}}", "web-"),
    ("{{if gt .spec.replicas 2}}many{{else}}few{{end}}", "many"),
    ("{{if eq .kind \"Pod\"}}1{{else if eq .kind \"Deployment\" \"X\"}}2{{else}}3{{end}}", "2"),
    ("{{(index .spec.containers 1).name}} {{index .metadata.labels \"a\"}}", "log 1"),
    ("{{len .spec.containers}} {{len .kind}} {{.kind | len | printf \"%03d\"}}", "2 10 010"),
    ("{{$x := .kind}}{{$x}}{{$x = \"b\"}}{{$x}} {{$.metadata.name}}", "Deploymentb web"),
    ("{{and .kind 1}} {{or .none \"d\"}} {{not .kind}}", "1 d false"),
    (
      "{{printf \"%-6s|%5s|%q|%v|%d|%.2f|%t\" \"ab\" \"cd\" \"e\\\"f\" .metadata.labels 7 .spec.ratio .spec.on}}",
      "ab    |   cd|\"e\\\"f\"|map[a:1 b:2]|7|1.50|true"
    ),
    (
      "{{printf \"%s %d\" .spec.replicas}} {{printf \"%d\" 1 2}}",
      "%!s(int64=3) %!d(MISSING) 1%!(EXTRA int64=2)"
    ),
    ("{{print 1 2 \"a\" \"b\" 3}} {{println \"x\" 1}}", "1 2ab3 x 1\n"),
    ("a  {{- \"x\" -}}   b {{/* c */}}{{- /* d */ -}} e", "axb e"),
    (
      "{{define \"T\"}}<{{.}}>{{end}}{{template \"T\" .kind}}{{block \"B\" .kind}}[{{.}}]{{end}}",
      "<Deployment>[Deployment]"
    ),
    (
      "{{\"cGFzcw==\" | base64decode}} {{exists . \"spec\" \"on\"}} {{exists . \"spec\" \"off\"}}",
      "pass true false"
    ),
    ("{{html \"<a&'\"}} {{urlquery \"a b&c\"}} {{slice \"abcdef\" 1 3}}", "&lt;a&amp;&#39; a+b%26c bc"),
    ("{{1000000.0}} {{123456789.0}} {{`raw\\n`}} {{'a'}}", "1e+06 1.23456789e+08 raw\\n 97"),
    ("{{.spec.containers}}", "[map[image:nginx:1 name:app] map[image:fluent name:log]]"),
  ])
  func `a template is filled in as kubectl does`(template: String, text: String) throws {
    #expect(try GoTemplate(template).render(Self.document) == text)
  }

  @Test(arguments: [
    ("{{.metadata", "template: output:1: unclosed action"),
    ("{{foo .}}", "template: output:1: function \"foo\" not defined"),
    ("{{if}}x{{end}}", "template: output:1: missing value for if"),
    ("\n{{if .a}}x", "template: output:2: unexpected EOF"),
    ("{{end}}", "template: output:1: unexpected {{end}}"),
    ("{{\"abc}}", "template: output:1: unterminated quoted string"),
    ("{{break}}", "template: output:1: {{break}} outside {{range}}"),
  ])
  func `a template that does not parse is refused with its line`(template: String, message: String) {
    let error = #expect(throws: GoTemplateError.self) { try GoTemplate(template) }
    #expect(error?.message == message)
  }

  @Test(arguments: [
    (
      "{{index .spec.containers 4}}",
      "template: output:1:2: executing \"output\" at <index .spec.containers 4>: error calling index: index out of"
        + " range: 4"
    ),
    (
      "{{eq .spec.replicas 3.0}}",
      "template: output:1:2: executing \"output\" at <eq .spec.replicas 3.0>: error calling eq: incompatible types for"
        + " comparison"
    ),
    (
      "{{.spec.nothing.x}}",
      "template: output:1:7: executing \"output\" at <.spec.nothing.x>: nil pointer evaluating interface {}.x"
    ),
    (
      "{{.kind.x}}",
      "template: output:1:7: executing \"output\" at <.kind.x>: can't evaluate field x in type interface {}"
    ),
    (
      "{{range .kind}}{{end}}",
      "template: output:1:8: executing \"output\" at <.kind>: range can't iterate over Deployment"
    ),
    (
      "{{len 3}}",
      "template: output:1:2: executing \"output\" at <len 3>: error calling len: len of type int64"
    ),
  ])
  func `a template that cannot be filled in names the place`(template: String, message: String) throws {
    let parsed = try GoTemplate(template)
    let error = #expect(throws: GoTemplateError.self) { try parsed.render(Self.document) }
    #expect(error?.message == message)
  }

  @Test func `a missing field is an error when it is asked for`() throws {
    let error = #expect(throws: GoTemplateError.self) {
      try GoTemplate("{{.spec.missing}}").render(Self.document, allowsMissing: false)
    }
    #expect(error?.message.hasSuffix("map has no entry for key \"missing\"") == true)
  }
}
