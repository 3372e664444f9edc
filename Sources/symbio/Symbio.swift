// SPDX-License-Identifier: GPL-3.0-or-later
public import ArgumentParser
internal import Reports
public import Texts

/// The root command.
struct Symbio: ParsableCommand {
    /// The commands in the order of the help screen.
    private static let commands: [any ParsableCommand.Type] = [
        NewCommand.self, CheckCommand.self, SolveCommand.self, ExplainCommand.self, AssessCommand.self, CompareCommand.self,
        ScreenCommand.self,
        ReportCommand.self, ConvertCommand.self, PackageCommand.self, CollectCommand.self, DoctorCommand.self,
    ]

    /// What the commands are called.
    static var names: [String] { commands.map { $0._commandName } }

    /// The command of that name.
    static func command(called name: String) -> (any SymbioCommand.Type)? {
        commands.first { $0._commandName == name } as? any SymbioCommand.Type
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "symbio", abstract: tell(CommandText.overview), discussion: tell(CommandText.overviewExample),
            version: Product.version, subcommands: commands)
    }
}

extension CommandConfiguration {
    /// The configuration of a command of ``Symbio``.
    ///
    /// The parser hears that there is a program above the command: it then leaves out looking among the command's own arguments for a wish for
    /// completion scripts, which would take a millisecond of every run. The whole program still hears such a wish.
    static func command(_ name: String, _ abstract: Phrase, example: Phrase) -> CommandConfiguration {
        CommandConfiguration(commandName: name, _superCommandName: "symbio", abstract: tell(abstract), discussion: tell(example))
    }
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(name: .customLong("lang"), help: ArgumentHelp(tell(CommandText.language)))
    var language: Language?

    @Flag(name: .customLong("json"), help: ArgumentHelp(tell(CommandText.json)))
    var isJSON = false

    @Flag(name: .customLong("quiet"), help: ArgumentHelp(tell(CommandText.quiet)))
    var isQuiet = false

    /// Where the command speaks.
    var console: Console { Console(isQuiet: isQuiet) }

    /// How its reports look.
    func layout(rowLimit: Int? = nil) -> ReportLayout {
        ReportLayout(language: Speech.language, width: Console.width, style: Console.style(1), rowLimit: rowLimit)
    }
}

extension Language: ExpressibleByArgument {}
