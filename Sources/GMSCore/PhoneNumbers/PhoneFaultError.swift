/// A fault on its way to the error of which it is a fact.
struct PhoneFaultError: Error {
  let fault: PhoneFault

  init(_ fault: PhoneFault) { self.fault = fault }
}
