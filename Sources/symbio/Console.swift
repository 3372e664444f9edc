// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Reports
internal import Texts

/// Standard output for results, standard error for everything else.
struct Console {
    /// Whether remarks and progress are left out.
    var isQuiet = false

    /// The columns of the terminal: `COLUMNS`, else what the terminal says, else 100.
    static var width: Int {
        if let columns = Environment.value("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return Int(size.ws_col)
    }

    /// Colour on `descriptor`: only on a terminal that can, and never with `NO_COLOR`.
    static func style(_ descriptor: Int32) -> TextStyle {
        let isForbidden = !(Environment.value("NO_COLOR") ?? "").isEmpty || Environment.value("TERM") == "dumb"
        return TextStyle(isColoured: !isForbidden && isatty(descriptor) == 1)
    }

    /// Prints a result; false where it could not be written for another reason than a reader that went away.
    func result(_ bytes: [UInt8]) -> Bool {
        guard let number = Descriptor.write(bytes, to: STDOUT_FILENO), number != EPIPE else { return true }
        error(FailureText.cannotWrite("stdout", errorNumber: number))
        return false
    }

    /// Prints a result.
    func result(_ text: String) -> Bool { result(Array((text + "\n").utf8)) }

    /// Says what keeps the command from its work.
    func error(_ phrase: Phrase) { print("\(tell(FailureText.error)): \(tell(phrase))") }

    /// Says what is wrong with the way the command was used.
    func misuse(_ phrase: Phrase) -> ExitStatus {
        error(phrase)
        return .usage
    }

    /// Says why results cannot be written.
    func refuse(_ failure: ResultFolderFailure) -> ExitStatus {
        switch failure {
        case .foreign(let path): return misuse(FailureText.foreignFolder(path))
        case .file(let failure):
            error(FailureText.cannotWrite(failure.path, errorNumber: failure.number))
            return .failed
        }
    }

    /// Says what is good to know, unless asked to be quiet.
    func remark(_ phrase: Phrase) { if !isQuiet { print(tell(phrase)) } }

    /// Prints a line to standard error.
    func print(_ text: String) { _ = Descriptor.write(Array((text + "\n").utf8), to: STDERR_FILENO) }
}
