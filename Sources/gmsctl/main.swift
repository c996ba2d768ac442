#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

FileDescriptor.prepareStandardStreams()
let variables = EnvironmentVariable.allCases.compactMap { variable in
  FileDescriptor.environment(variable.rawValue).map { (variable.rawValue, $0) }
}
let surroundings = GlobalContext.Surroundings(
  environment: Dictionary(uniqueKeysWithValues: variables),
  console: .standard()
)
exit(GMSCtl.run(Array(CommandLine.arguments.dropFirst()), in: surroundings).rawValue)
