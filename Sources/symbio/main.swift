// SPDX-License-Identifier: GPL-3.0-or-later
internal import CHeap
internal import Glibc
internal import Texts

// Before anything takes memory: a scenario of 10,000 firms takes about so many bytes.
symbio_prepare_heap(256 << 20, 20 << 20)

// The language is chosen before anything is parsed, so that the parser's help and errors come in it too.
let arguments = Array(CommandLine.arguments.dropFirst())
let language = Language.chosen(arguments: arguments, environment: Environment.value)

// A reader that goes away early, such as `head`, ends the output and not the program: the exit code still tells of the plan.
signal(SIGPIPE, SIG_IGN)

exit(Speech.$language.withValue(language) { Invocation(arguments).run() }.rawValue)
