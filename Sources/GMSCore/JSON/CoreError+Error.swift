// `throws(CoreError)` needs the conformance; the face that GMS shows is GMSFailure's, in Errors/.
extension CoreError: Error {}
