// SPDX-License-Identifier: GPL-3.0-or-later

/// What the parser of YAML (libyaml) says in its own fixed English words, in Vietnamese.
enum YAMLProblem {
    /// The Vietnamese of a problem; one that is not known here stands in quotes as the parser's own words.
    static func vietnamese(_ problem: String) -> String { known[problem] ?? "trình đọc YAML báo “\(problem)”" }

    /// The problems that people run into; what only programs get wrong, such as directives, is left to the parser's words.
    static let known: [String: String] = [
        "found a tab character that violates indentation": "có ký tự tab làm sai thụt lề, phải dùng dấu cách",
        "found a tab character where an indentation space is expected": "có ký tự tab ở chỗ phải thụt lề bằng dấu cách",
        "found character that cannot start any token": "có ký tự không thể mở đầu một giá trị",
        "mapping values are not allowed in this context": "dấu hai chấm không được đứng ở đây",
        "block sequence entries are not allowed in this context": "dấu gạch đầu dòng của danh sách không được đứng ở đây",
        "could not find expected ':'": "thiếu dấu hai chấm sau khóa",
        "found unexpected ':'": "thừa dấu hai chấm",
        "did not find expected key": "thiếu khóa, hoặc thụt lề không khớp với các khóa khác",
        "did not find expected '-' indicator": "thiếu dấu gạch đầu dòng của danh sách, hoặc thụt lề không khớp",
        "did not find expected ',' or '}'": "thiếu dấu phẩy hoặc dấu đóng }",
        "did not find expected ',' or ']'": "thiếu dấu phẩy hoặc dấu đóng ]",
        "did not find expected node content": "thiếu giá trị",
        "found unexpected end of stream": "tệp kết thúc khi dấu ngoặc kép chưa đóng",
        "found unexpected document indicator": "gặp dấu --- hoặc ... khi dấu ngoặc kép chưa đóng",
        "found unknown escape character": "có ký tự không hợp lệ sau dấu gạch chéo ngược",
        "did not find expected whitespace or line break": "thiếu dấu cách hoặc xuống dòng",
        "did not find expected comment or line break": "thừa nội dung ở cuối dòng",
        "did not find expected alphabetic or numeric character": "thiếu tên sau dấu & hoặc *",
        "control characters are not allowed": "có ký tự điều khiển, không nhìn thấy được",
        "but found another document": "có dấu --- mở đầu một tài liệu thứ hai",
        "found undefined alias": "dấu * nhắc tới một tên chưa có",
        "did not find expected <document start>": "thừa nội dung sau khi tài liệu kết thúc",
    ]
}
