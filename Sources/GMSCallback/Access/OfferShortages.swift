import GMSCore

/// What is done in one transaction when there is no access number for an offer.
///
/// What a customer asks for is refused. What others report has happened, and time does not wait: then the offer is
/// made without a number, and that is kept here for the report.
final class OfferShortages {
  private(set) var list: [OfferShortage] = []

  /// Keeps a shortage.
  func add(_ shortage: OfferShortage) { list.append(shortage) }
}
