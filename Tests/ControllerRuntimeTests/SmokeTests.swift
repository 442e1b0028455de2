import Testing
@testable import ControllerRuntime
@Suite struct Smoke {
}
