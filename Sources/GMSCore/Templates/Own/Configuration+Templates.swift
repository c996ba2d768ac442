extension Configuration {
  /// The templates that services of this configuration can have: those that are shipped, then its own in natural
  /// order.
  ///
  /// - Throws: `CoreError` with code `malformedTemplate` for a section that holds no template, `templateIsShipped`
  ///   or `templateExists` for one whose name or whose `_type` and `_service` another template has.
  /// - Complexity: O(n) in the length of its own templates, which are read each time.
  public var catalog: TemplateCatalog {
    get throws(CoreError) {
      var catalog = TemplateCatalog.builtIn
      for name in templates.keys.sorted(by: NaturalOrder.precedes) {
        catalog = try catalog.adding(ownTemplate(name, templates[name] ?? [:]))
      }
      return catalog
    }
  }

  /// The templates that can be read, for questions whose answer does not depend on the others; what is wrong with
  /// those is told by ``ConfigurationValidator``.
  var readableCatalog: TemplateCatalog {
    var catalog = TemplateCatalog.builtIn
    for name in templates.keys.sorted(by: NaturalOrder.precedes) {
      if let template = try? ownTemplate(name, templates[name] ?? [:]) {
        catalog = (try? catalog.adding(template)) ?? catalog
      }
    }
    return catalog
  }

  /// The template in a section.
  func ownTemplate(_ name: String, _ section: Options) throws(CoreError) -> Template {
    do throws(CoreError) {
      guard let text = section[Template.definitionOption], !text.isEmpty else {
        throw .malformedTemplate(Template.definitionOption, nil, .missing)
      }
      let json: JSONValue
      do throws(CoreError) {
        json = try JSONReader.read(text)
      } catch {
        throw .malformedTemplate(Template.definitionOption, nil, .notJSON(error))
      }
      let template = try TemplateReader.read(json)
      guard template.name == name else {
        throw .malformedTemplate("name", template.name, .otherName(section: name))
      }
      return template
    } catch {
      throw error.inTemplate(name)
    }
  }
}

extension Template {
  /// The option of a section `template.<name>` that holds the template as JSON text.
  static let definitionOption = "definition"
}
