import Foundation
import GMSCore

extension StoreConformance {
  /// Thousands of random commands, of which some fail and some are only tried, beside the model.
  static let randomCommands = StoreConformance("Random commands do what a slow, obvious store does") { make in
    for seed in UInt64(1)...4 {
      let store = try make()
      var model = StoreModel()
      var random = RandomCommands(seed: seed)
      for step in 0..<250 {
        let place = "seed \(seed), step \(step)"
        try random.transaction(on: store, &model, place)
        for _ in 0..<3 { try random.compare(store, model, place) }
      }
    }
  }
}
