// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Criteria
internal import Decisions
internal import Exchange
internal import Reports
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// `symbio screen SCENARIO`.
struct ScreenCommand: SymbioCommand {
    static var configuration: CommandConfiguration {
        .command("screen", CommandText.screen, example: CommandText.screenExample)
    }

    @Argument(help: ArgumentHelp(tell(CommandText.scenario), valueName: tell(CommandText.scenarioName)))
    var scenario: String

    @Option(help: ArgumentHelp(tell(CommandText.weights), valueName: tell(CommandText.weightsName)))
    var weights: String?

    @Option(parsing: .unconditional, help: ArgumentHelp(tell(CommandText.land), valueName: tell(CommandText.numberName)))
    var land: Amount?

    @Option(parsing: .unconditional, help: ArgumentHelp(tell(CommandText.investment), valueName: tell(CommandText.numberName)))
    var investment: Amount?

    @Option(parsing: .unconditional, help: ArgumentHelp(tell(CommandText.attract), valueName: tell(CommandText.numberName)))
    var attract: Int = 10

    @Option(parsing: .unconditional, help: ArgumentHelp(tell(CommandText.largest), valueName: tell(CommandText.numberName)))
    var largest = Amount(300_000)

    @Option(help: ArgumentHelp(tell(CommandText.parks), valueName: tell(CommandText.idsName)))
    var parks: String?

    @Option(help: ArgumentHelp(tell(CommandText.types), valueName: tell(CommandText.fileName)))
    var types: String?

    @Option(parsing: .unconditional, help: ArgumentHelp(tell(CommandText.rows), valueName: tell(CommandText.numberName)))
    var rows: Int = 20

    @OptionGroup var common: CommonOptions

    func perform() -> ExitStatus {
        guard rows >= 0 else { return common.console.misuse(FailureText.negative(option: "--rows")) }
        guard attract >= 0 else { return common.console.misuse(FailureText.negative(option: "--attract")) }
        for (option, amount) in [("--land", land?.value), ("--investment", investment?.value), ("--largest", largest.value)] {
            if let amount, !(amount >= 0 && amount.isFinite) { return common.console.misuse(FailureText.notAmount(option: option)) }
        }
        var options = ScreeningOptions()
        (options.land, options.investment) = (land?.value, investment?.value)
        options.isCancelled = { Interruption.isRequested }
        if let weights {
            switch ScreeningWeights.reading(weights) {
            case .success(let read): options.weights = read
            case .failure(let bad):
                return common.console.misuse(FailureText.badWeight(bad.text, known: ScreeningMeasure.allCases.map(\.rawValue)))
            }
        }
        return screen(options)
    }

    private func screen(_ options: ScreeningOptions) -> ExitStatus {
        let clock = ContinuousClock(), start = clock.now
        let reading = readScenario(at: scenario)
        guard let scenario = reading.scenario else {
            common.console.list(reading.faults)
            return .invalid
        }
        guard let sets = common.console.knownSets(of: scenario, reading, at: self.scenario) else { return .invalid }
        var options = options
        if !sets.ids.isEmpty { options.criteria = ScreeningCriteria(catalogue: sets.catalogue, sets: sets.ids) }
        var wanted = AttractionOptions()
        (wanted.count, wanted.largest) = (attract, largest.value)
        switch scenario.parks(named: parks) {
        case .success(let named): wanted.parks = named
        case .failure(let unknown): return common.console.misuse(FailureText.unknownPark(unknown.name, known: unknown.known))
        }
        let library = types.map(readFirmTypes(at:)) ?? FirmTypeLibrary.embedded
        common.console.list(library.faults)
        guard let known = library.library else { return .invalid }
        Interruption.listen()
        let screening: Screening, attraction: Attraction?
        do throws(ScreeningFailure) {
            let screener = try Screener(scenario, solver: planSolver, options: options)
            screening = try screener.screen()
            attraction = attract == 0 ? nil : try screener.attraction(known, options: wanted)
        } catch { return explain(error, reading) }
        common.console.list(reading.faults(withPlanning: []))
        let spent = (clock.now - start).components
        let facts = RunFacts(
            inputSHA256: reading.fingerprint() ?? "", seconds: Double(spent.seconds) + Double(spent.attoseconds) * 1e-18)
        return common.console.result(printed(screening, attraction, scenario, facts)) ? .done : .failed
    }

    private func printed(_ screening: Screening, _ attraction: Attraction?, _ scenario: Scenario, _ facts: RunFacts) -> [UInt8] {
        guard !common.isJSON else {
            return ScreeningJSON(screening, attraction, of: scenario, facts: facts, language: Speech.language).document()
        }
        let layout = common.layout(rowLimit: rows == 0 ? nil : rows)
        let told = ScreeningReport.bytes(screening, of: scenario, layout: layout)
        guard let attraction else { return told }
        return told + [UInt8(ascii: "\n")] + AttractionReport.bytes(attraction, of: scenario, layout: layout)
    }

    private func explain(_ failure: ScreeningFailure, _ reading: ScenarioReading) -> ExitStatus {
        switch failure {
        case .scenario(let faults):
            common.console.list(reading.faults(withPlanning: faults.faults))
            return .invalid
        case .solver(let failure):
            common.console.error(FailureText.solver(failure))
            return .failed
        case .noPlan(let outcome):
            common.console.error(outcome.status == .infeasible ? FailureText.noPlanToScreen : FailureText.screeningStopped)
            return ExitStatus(outcome)
        case .cancelled:
            common.console.error(FailureText.screeningStopped)
            return .stopped
        }
    }
}

extension ScreeningWeights {
    /// The part of a list of weights that is none.
    struct Unreadable: Error { var text: String }

    /// Reads `gain=2,ghg=1`; each measure at most once.
    static func reading(_ list: String) -> Result<ScreeningWeights, Unreadable> {
        var weights: [ScreeningMeasure: Double] = [:]
        for part in list.split(separator: ",", omittingEmptySubsequences: false) {
            let words = part.split(separator: "=", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
            guard words.count == 2, let measure = ScreeningMeasure(rawValue: words[0]), let value = Double(words[1]), value >= 0,
                value.isFinite, weights.updateValue(value, forKey: measure) == nil
            else { return .failure(Unreadable(text: String(part))) }
        }
        return ScreeningWeights(weights).map(Result.success) ?? .failure(Unreadable(text: list))
    }
}
