/// The template of callback services; its options stand in one file for each group of headings.
///
/// Where GMS documents no default, the one here is ours, and the option's comment says why.
enum CallbackTemplate {
  static let name = "callback"

  static let template = Template(
    name: name,
    type: "ors",
    service: name,
    summary: "Callbacks and delayed chats: who calls whom, when, and what limits hold.",
    options: general + scheduling + limits + customer + queue + voice + notification,
    scenarios: scenarios
  )
}
