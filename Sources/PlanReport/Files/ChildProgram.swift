// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Spreadsheet

/// Programs that are run and waited for, with nothing on their standard input and nobody at their standard error.
enum ChildProgram {
    /// Runs the program at `path`; its exit code, 128 and the signal that ended it, or -1 where it could not be started. Nil where it had to be stopped
    /// because it took longer than `seconds`.
    static func run(_ path: String, _ arguments: [String], seconds: Int) -> Int32? {
        guard let process = start(path, arguments, output: nil) else { return -1 }
        for _ in 0..<(seconds * 50) {
            if let code = code(of: process, WNOHANG) { return code }
            usleep(20_000)
        }
        // Chromium ends its own children when it is asked to end.
        kill(process, SIGTERM)
        for _ in 0..<100 where code(of: process, WNOHANG) == nil { usleep(20_000) }
        kill(process, SIGKILL)
        _ = code(of: process, 0)
        return nil
    }

    /// What the program at `path` writes to its standard output; nil where it could not be started.
    static func output(of path: String, _ arguments: [String]) -> [UInt8]? {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let process = start(path, arguments, output: ends[1])
        close(ends[1])
        defer { close(ends[0]) }
        guard let process else { return nil }
        defer { _ = code(of: process, 0) }
        return try? SystemError.bytes(of: ends[0])
    }

    /// Starts the program, with its standard output in `output`; its number as a process.
    private static func start(_ path: String, _ arguments: [String], output: Int32?) -> pid_t? {
        var actions = unsafe posix_spawn_file_actions_t(), process = pid_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        if let output {
            unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        }
        unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        return unsafe posix_spawn(&process, path, &actions, nil, &words, environ) == 0 ? process : nil
    }

    /// How the process ended; nil while it goes on and `options` say not to wait.
    private static func code(of process: pid_t, _ options: Int32) -> Int32? {
        var status: Int32 = 0, ended = pid_t()
        repeat { ended = unsafe waitpid(process, &status, options) } while ended < 0 && errno == EINTR
        guard ended == process else { return ended < 0 ? -1 : nil }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}
