import Foundation
import GMSCallback
import GMSCore
import Testing

/// The dialogs as values.
struct CallbackDialogTests {
  private let id: CallbackID

  init() throws { id = try CallbackID("1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10") }

  struct Number: CustomTestStringConvertible, Sendable {
    let written: String
    let url: String
    var testDescription: String { written }
  }

  static let numbers = [
    Number(written: "6504663204", url: "tel:6504663204"),
    Number(written: "650-466-3204", url: "tel:6504663204"),
    Number(written: "+1 (650) 466.3204", url: "tel:+16504663204"),
    Number(written: "*9#", url: "tel:*9%23"),
  ]

  @Test(arguments: numbers)
  func aNumberIsDialledWithoutPunctuationAndShownAsWritten(_ number: Number) throws {
    let dialog = DialNumberDialog(id: id, number: try AccessNumber(number.written), secondsLeft: 29)
    #expect(dialog.telephoneURL == number.url)
    #expect(dialog.json["_access_number"] == .string(number.written))
    #expect(dialog.json["_access_code"] == "n/a")
    #expect(dialog.json["_expiration_time"] == "29")
  }

  @Test func everyMemberIsAmongTheFields() throws {
    let number = try AccessNumber("5115")
    let dialogs: [CallbackDialog] = [
      .dialNumber(DialNumberDialog(id: id, number: number, secondsLeft: 1)),
      .startChat(StartChatDialog(id: id)),
      .confirmation(ConfirmationDialog(id: id, text: "?", desired: Company.monday)),
      .notice(WaitingNotice(id: id, text: "!")),
    ]
    var found: Set<String> = []
    for dialog in dialogs {
      let names = try #require(dialog.json.members).map(\.name)
      #expect(Set(names).isSubset(of: Set(CallbackDialog.fields)))
      #expect(Set(names).count == names.count)
      found.formUnion(names)
    }
    #expect(found == Set(CallbackDialog.fields))
  }
}
