import Foundation
import GMSCallback
import GMSTestSupport
import Testing

struct WaitingLineTests {
  private static func place(_ number: Int, priority: Int = 0, second: Int) -> QueuePlace {
    let text = String(format: "1-00000000-0000-4000-8000-%012d", number)
    guard let id = try? CallbackID(text) else { preconditionFailure("'\(text)' is no id") }
    return QueuePlace(priority: priority, enteredAt: Date(timeIntervalSince1970: Double(second)), id: id)
  }

  @Test func servesByPriorityThenByTimeThenByName() {
    var line = WaitingLine()
    let late = Self.place(1, second: 20)
    let early = Self.place(2, second: 10)
    let important = Self.place(3, priority: 5, second: 30)
    let twin = Self.place(0, second: 10)
    for place in [late, early, important, twin] {
      let isNew = line.insert(place)
      #expect(isNew)
    }
    #expect(line.inOrder == [important, twin, early, late])
    #expect(line.first == important)
    #expect(line.position(of: late.id) == 4)
    #expect(line.place(at: 2) == twin)
    #expect(line.place(at: 0) == nil)
    #expect(line.place(at: 5) == nil)
    let served = line.removeFirst()
    #expect(served == important)
    #expect(line.position(of: late.id) == 3)
    let gone = line.remove(important.id)
    #expect(gone == nil)
    #expect(line.position(of: important.id) == nil)
    #expect(line.place(of: early.id) == early)
  }

  @Test func aNewPlaceTakesTheOldOnesPlace() {
    var line = WaitingLine()
    let before = Self.place(1, second: 10)
    let other = Self.place(2, second: 20)
    let after = Self.place(1, second: 30)
    line.insert(before)
    line.insert(other)
    let (again, moved) = (line.insert(before), line.insert(after))
    #expect(!again && !moved)
    #expect(line.inOrder == [other, after])
    #expect(line.count == 2)
  }

  @Test func aCopyKeepsItsOwnOrder() {
    var line = WaitingLine()
    for number in 0..<100 { line.insert(Self.place(number, second: number)) }
    let copy = line
    for _ in 0..<50 { line.removeFirst() }
    #expect(copy.count == 100)
    #expect(copy.inOrder.count == 100)
    #expect(copy.place(at: 1) == Self.place(0, second: 0))
    #expect(line.first == Self.place(50, second: 50))
  }

  /// 40 walks of 1,500 calls beside a sorted array.
  @Test(arguments: 0..<40)
  func agreesWithASortedArray(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var line = WaitingLine()
    var model: [QueuePlace] = []
    for _ in 0..<1_500 {
      let number = Int.random(in: 0..<120, using: &generator)
      let place = Self.place(
        number,
        priority: Int.random(in: 0..<3, using: &generator),
        second: Int.random(in: 0..<50, using: &generator)
      )
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<5:
        let isNew = !model.contains { $0.id == place.id }
        model.removeAll { $0.id == place.id }
        model.append(place)
        model.sort()
        let inserted = line.insert(place)
        #expect(inserted == isNew)
      case 5..<8:
        let expected = model.first { $0.id == place.id }
        model.removeAll { $0.id == place.id }
        let removed = line.remove(place.id)
        #expect(removed == expected)
      default:
        let expected = model.isEmpty ? nil : model.removeFirst()
        let removed = line.removeFirst()
        #expect(removed == expected)
      }
      #expect(line.count == model.count)
      #expect(line.first == model.first)
      #expect(line.isEmpty == model.isEmpty)
      #expect(line.position(of: place.id) == model.firstIndex { $0.id == place.id }.map { $0 + 1 })
      let position = Int.random(in: 1...130, using: &generator)
      #expect(line.place(at: position) == (position <= model.count ? model[position - 1] : nil))
    }
    #expect(line.inOrder == model)
  }
}
