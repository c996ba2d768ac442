func callbackMeasurements() throws -> [Measurement] { [] }
