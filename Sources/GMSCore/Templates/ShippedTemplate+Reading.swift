/// The files of the templates, read when they are needed, each once.
extension ShippedTemplate {
  /// The template.
  ///
  /// - Complexity: O(n) in the length of its file the first time, then O(1).
  public var template: Template {
    switch self {
    case .officeHours: ShippedTemplate.officeHoursTemplate
    case .capacity: ShippedTemplate.capacityTemplate
    case .callback: ShippedTemplate.callbackTemplate
    case .requestInteraction: ShippedTemplate.requestInteractionTemplate
    case .requestAccess: ShippedTemplate.requestAccessTemplate
    case .matchInteraction: ShippedTemplate.matchInteractionTemplate
    case .requestChat: ShippedTemplate.requestChatTemplate
    case .get: ShippedTemplate.getTemplate
    case .basicGet: ShippedTemplate.basicGetTemplate
    case .ursStat: ShippedTemplate.ursStatTemplate
    case .samples: ShippedTemplate.samplesTemplate
    }
  }

  // A static constant is made at its first use, by one thread, so each file is read at most once.
  private static let officeHoursTemplate = officeHours.read()
  private static let capacityTemplate = capacity.read()
  private static let callbackTemplate = callback.read()
  private static let requestInteractionTemplate = requestInteraction.read()
  private static let requestAccessTemplate = requestAccess.read()
  private static let matchInteractionTemplate = matchInteraction.read()
  private static let requestChatTemplate = requestChat.read()
  private static let getTemplate = get.read()
  private static let basicGetTemplate = basicGet.read()
  private static let ursStatTemplate = ursStat.read()
  private static let samplesTemplate = samples.read()

  /// The text of the template's file.
  package var file: [UInt8] {
    switch self {
    case .officeHours: PackageResources.office_hours_json
    case .capacity: PackageResources.capacity_json
    case .callback: PackageResources.callback_json
    case .requestInteraction: PackageResources.request_interaction_json
    case .requestAccess: PackageResources.request_access_json
    case .matchInteraction: PackageResources.match_interaction_json
    case .requestChat: PackageResources.request_chat_json
    case .get: PackageResources.get_json
    case .basicGet: PackageResources.basic_get_json
    case .ursStat: PackageResources.urs_stat_json
    case .samples: PackageResources.samples_json
    }
  }

  /// Reads the template from its file.
  ///
  /// Whether the values fit their types is not asked here; the tests ask it of every file.
  package func read() -> Template {
    do {
      return try TemplateReader.shape(JSONReader.read(file))
    } catch {
      preconditionFailure("The shipped template '\(name)' cannot be read: \(error)")
    }
  }
}
