/// Where an object stands in the JSON of a template; its path is made only for an error.
enum TemplatePlace: Equatable {
  case template
  case option(Int)
  case scenario(Int)

  /// The path, such as `options[3]`; empty for the template itself.
  var path: String {
    switch self {
    case .template: ""
    case .option(let index): "options[\(index)]"
    case .scenario(let index): "scenarios[\(index)]"
    }
  }
}
