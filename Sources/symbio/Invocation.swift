// SPDX-License-Identifier: GPL-3.0-or-later
internal import ArgumentParser
internal import Glibc
internal import Reports
internal import Texts

/// A command of the program, once its arguments are parsed.
protocol SymbioCommand: ParsableCommand {
    /// Does the work and tells how it ended.
    func perform() -> ExitStatus
}

/// One run of the program: parses, performs, and puts what the parser says into the language of the run.
struct Invocation {
    private let arguments: [String]
    private let console = Console()

    init(_ arguments: [String]) {
        let namesCommand = arguments.first.map(Symbio.names.contains) ?? false
        self.arguments = namesCommand ? arguments : Language.removingChoice(from: arguments)
    }

    func run() -> ExitStatus {
        guard !arguments.isEmpty else {
            console.print(help(Symbio.helpMessage(columns: Console.width)))
            return .usage
        }
        if let name = arguments.first, !name.hasPrefix("-"), !Symbio.names.contains(name), name != "help" {
            console.error(FailureText.unknownCommand(name, known: Symbio.names))
            console.print(tell(FailureText.seeHelp("symbio")))
            return .usage
        }
        // The whole program's arguments are only made up where there is something to say about them: that takes 2 ms, and its own command's less.
        if let name = arguments.first, let own = Symbio.command(called: name),
            let command = (try? own.parseAsRoot(Array(arguments.dropFirst()))) as? any SymbioCommand
        {
            return command.perform()
        }
        do {
            var command = try Symbio.parseAsRoot(arguments)
            if let command = command as? any SymbioCommand { return command.perform() }
            try command.run()
            return .done
        } catch {
            return explain(error)
        }
    }

    /// Prints a help screen or what is wrong with the arguments.
    private func explain(_ error: any Error) -> ExitStatus {
        let text = Symbio.fullMessage(for: error, columns: Console.width)
        if Symbio.exitCode(for: error) == .success { return console.result(help(text)) ? .done : .failed }
        console.error(ParserMessage(english: Symbio.message(for: error)).phrase)
        let subcommand = arguments.first.flatMap { Symbio.names.contains($0) ? $0 : nil }
        console.print(tell(FailureText.seeHelp((["symbio"] + (subcommand.map { [$0] } ?? [])).joined(separator: " "))))
        return .usage
    }

    private func help(_ screen: String) -> String { HelpText.translate(screen, to: Speech.language) }
}
