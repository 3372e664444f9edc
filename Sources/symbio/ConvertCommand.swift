// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Reports
internal import Scenario
internal import ScenarioFiles
internal import Texts

/// `symbio convert FROM TO`.
struct ConvertCommand: SymbioCommand {
    static var configuration: CommandConfiguration {
        .command("convert", ConvertText.convert, example: ConvertText.convertExample)
    }

    @Argument(help: ArgumentHelp(tell(ConvertText.from), valueName: tell(ConvertText.fromName)))
    var from: String

    @Argument(help: ArgumentHelp(tell(ConvertText.to), valueName: tell(ConvertText.toName)))
    var to: String

    @Flag(help: ArgumentHelp(tell(ConvertText.questionnaires)))
    var questionnaires = false

    @Option(help: ArgumentHelp(tell(ConvertText.firms), valueName: tell(CommandText.idsName)))
    var firms: String?

    @OptionGroup var common: CommonOptions

    func perform() -> ExitStatus {
        let console = common.console
        guard !questionnaires else { return writeQuestionnaires() }
        guard firms == nil else { return console.misuse(CollectText.firmsWithoutQuestionnaires) }
        let (draft, faults) = readDraft(at: from)
        console.list(faults)
        guard let draft else { return .invalid }
        let converted = ConvertedScenario(draft)
        do throws(ConvertedScenario.Failure) {
            try converted.write(to: to, language: Speech.language)
        } catch {
            return console.refuse(error, path: to)
        }
        let report = converted.report(path: to, language: Speech.language)
        return console.result(common.isJSON ? report.json : report.text) ? .done : .failed
    }

    private func writeQuestionnaires() -> ExitStatus {
        let console = common.console
        let reading = readScenario(at: from)
        console.list(reading.faults)
        guard reading.scenario != nil else { return .invalid }
        let known = reading.catalogue(of: .firms).map(\.id)
        let asked = firms.map { $0.split(separator: ",").map { $0.filter { $0 != " " } } } ?? reading.existingFirms
        if let unknown = asked.first(where: { !known.contains($0) }) { return console.misuse(CollectText.unknownFirm(unknown)) }
        do throws(ConvertedScenario.Failure) {
            let report = try QuestionnaireFolder(reading, firms: asked).write(to: to, language: Speech.language)
            return console.result(common.isJSON ? report.json : report.text) ? .done : .failed
        } catch {
            return console.refuse(error, path: to)
        }
    }
}

extension Console {
    /// Says why a scenario cannot be written in its other form.
    func refuse(_ failure: ConvertedScenario.Failure, path: String) -> ExitStatus {
        switch failure {
        case .alreadyThere: return misuse(ConvertText.alreadyThere(path))
        case .file(let failure): return refuse(.file(failure))
        case .workbook(let failure):
            error(FailureText.workbook(failure, path: path))
            return .failed
        case .unsafeText(let fault):
            list([fault])
            return .invalid
        }
    }
}
