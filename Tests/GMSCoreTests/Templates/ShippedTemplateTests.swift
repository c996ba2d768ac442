import Foundation
import GMSCore
import Testing

/// The files of the templates that ship.
struct ShippedTemplateTests {
  @Test(arguments: ShippedTemplate.allCases)
  func itsFileIsWhatTheWriterPrints(_ shipped: ShippedTemplate) {
    #expect(String(decoding: shipped.file, as: UTF8.self) == TemplateWriter.print(shipped.template))
  }

  /// Files are read without asking whether their values fit, so that is asked here.
  @Test(arguments: ShippedTemplate.allCases)
  func itsFileIsAcceptedByTheStrictReader(_ shipped: ShippedTemplate) throws {
    #expect(try TemplateReader.read(shipped.file) == shipped.template)
    #expect(shipped.read() == shipped.template)
  }

  /// What is known without reading is what the file says.
  @Test(arguments: ShippedTemplate.allCases)
  func itsNameTypeAndServiceAreThoseOfItsFile(_ shipped: ShippedTemplate) {
    #expect(shipped.name == shipped.template.name)
    #expect(shipped.type == shipped.template.type)
    #expect(shipped.service == shipped.template.service)
    #expect(ShippedTemplate(named: shipped.name) == shipped)
  }

  /// Larger files make compiling slow: they stand in the code as arrays of bytes.
  @Test
  func filesAreSmallEnoughToBeEmbedded() throws {
    let sizes = ShippedTemplate.allCases.map(\.file.count)
    #expect(sizes.allSatisfy { $0 <= 20_000 }, "\(sizes)")
    #expect(sizes.reduce(0, +) <= 100_000)
  }

  @Test
  func everyFileInTheFolderIsOfATemplate() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appending(path: "Sources/GMSCore/Templates/Shipped")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(files) == Set(ShippedTemplate.allCases.map { $0.name + ".json" }))
    for shipped in ShippedTemplate.allCases {
      let bytes = try Data(contentsOf: folder.appending(path: shipped.name + ".json"))
      #expect(Array(bytes) == shipped.file)
    }
  }

  @Test
  func theCatalogueNamesThemInOrder() {
    #expect(
      TemplateCatalog.builtIn.names == [
        "office-hours", "capacity", "callback", "request-interaction", "request-access", "match-interaction",
        "request-chat", "get", "basic_get", "urs-stat", "samples",
      ]
    )
    #expect(TemplateCatalog.builtIn.templates.map(\.name) == TemplateCatalog.builtIn.names)
    #expect(TemplateCatalog.builtIn.ownTemplates.isEmpty)
  }

  @Test(arguments: ShippedTemplate.allCases)
  func aServiceOfItFindsIt(_ shipped: ShippedTemplate) throws {
    let options: Options = ["_type": shipped.type, "_service": shipped.service]
    #expect(try TemplateCatalog.builtIn.template(of: options, service: "s") == shipped.template)
    #expect(try TemplateCatalog.builtIn.templateName(of: options, service: "s") == shipped.name)
  }

  @Test(arguments: ShippedTemplate.allCases)
  func aServiceCanBeMadeOfIt(_ shipped: ShippedTemplate) throws {
    let options: Options = shipped == .basicGet ? ["result": "200"] : [:]
    let made = try ServiceEditor().create("s", template: shipped.name, options: options, in: Configuration())
    try ConfigurationValidator().check(made)
    #expect(try ConfiguredService("s", in: made).template.name == shipped.name)
  }
}
